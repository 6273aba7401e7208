import { parseArgs } from 'node:util'

export interface DemoOptions {
  readonly headless: boolean
  /** Where the mock listens; 0 finds a free port. */
  readonly port: number
}

export type Arguments =
  | { readonly kind: 'play'; readonly options: DemoOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'misuse'; readonly sentence: string }

export const help = `npm start: the extension in a real Chromium, with a mock upstream that it can order from.

Usage: npm start -- [options]

  --headless         plays the demo by itself, as it does where there is no display
  --port <number>    where the mock upstream listens (default 4010; 0 finds a free port)
  -h, --help         this text`

/** What a person asked for. Without a display there is nobody to click, so the demo plays itself. */
export function readArguments(args: readonly string[], hasDisplay: boolean): Arguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        headless: { type: 'boolean', default: !hasDisplay },
        port: { type: 'string', default: '4010' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) return { kind: 'help' }
    const port = portOf(values.port)
    if (port === undefined) {
      return {
        kind: 'misuse',
        sentence: `--port takes a number from 0 to 65535, and "${values.port}" is none.`,
      }
    }
    return { kind: 'play', options: { headless: values.headless, port } }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'misuse', sentence: `${reason.split('\n')[0]} \`npm start -- --help\` lists the options.` }
  }
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number.parseInt(text, 10) : Number.NaN
  return port <= 65_535 ? port : undefined
}

/** Whether a window would be seen: only Linux has machines that are used without a display. */
export function hasDisplay(env: NodeJS.ProcessEnv, platform: string): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)
}

import { findBrowser } from '@orderwright/setup/find-browser'
import type { LaunchOptions, Viewport } from 'puppeteer-core'

export interface BrowserOptions {
  /** The folder of the built extension. */
  readonly extension: string
  /** A window that a person sees. Default: false. */
  readonly headed?: boolean
  /** The X display for a headed browser, such as `:99`. Default: the environment's own. */
  readonly display?: string
  /** Device pixels for each CSS pixel, such as 2 for pictures that are to be looked at. Headless alone. Default: 1. */
  readonly pixelRatio?: number
  /** A profile to keep. Default: a fresh one, removed with the browser. */
  readonly userDataDir?: string
  /** A file for the browser's own log of its network, with every byte sent; whole once the browser is closed. */
  readonly netLog?: string
  /** Accepts every certificate, as one that a test has signed by itself. Default: false. */
  readonly acceptsAnyCertificate?: boolean
  /** Further arguments for Chromium, that one test needs. */
  readonly arguments?: readonly string[]
  /** `stand-in` answers for youtube.com itself, `real` lets requests through. Default: `stand-in`. */
  readonly videoSite?: 'stand-in' | 'real'
}

/** What puppeteer needs for the machine's own Chromium with an extension to come. */
export function launchOptions(options: BrowserOptions): LaunchOptions {
  return {
    executablePath: executable(),
    headless: options.headed !== true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: viewport(options),
    env: options.display === undefined ? process.env : { ...process.env, DISPLAY: options.display },
    args: browserArguments(options),
    ...(options.userDataDir === undefined ? {} : { userDataDir: options.userDataDir }),
  }
}

function executable(): string {
  const found = findBrowser()
  if (found === undefined) {
    throw new Error('No Chromium or Chrome was found: install one, or set CHROME_PATH to yours.')
  }
  return found
}

/** A tab's; a window that a person sees has its own size. */
function viewport({ headed, pixelRatio = 1 }: BrowserOptions): Viewport | null {
  return headed === true ? null : { width: 1280, height: 800, deviceScaleFactor: pixelRatio }
}

function browserArguments(options: BrowserOptions): string[] {
  const { pixelRatio = 1, netLog, acceptsAnyCertificate } = options
  const isRoot = process.getuid?.() === 0
  return [
    // Without internet, Chromium's own services wait for answers that never come.
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // A process in stock for the next page: every page that a test opens would start one more.
    '--disable-features=SpareRendererForSitePerProcess',
    // The browser's own animations, such as that of a popup that opens: a quarter of a second each time.
    '--animation-duration-scale=0',
    '--lang=en-US',
    // Headless Chromium's own screen of 800 × 600 leaves a popup less room than any real one.
    `--screen-info={${1280 * pixelRatio}x${1024 * pixelRatio} devicePixelRatio=${pixelRatio}}`,
    // Chromium refuses to run its sandbox as root, which is who runs in a container.
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(acceptsAnyCertificate === true ? ['--ignore-certificate-errors'] : []),
    ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything']),
    ...(options.arguments ?? []),
  ]
}

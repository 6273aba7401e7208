import { expect, test } from 'vitest'
import { toolEnvironment } from './tool-environment.mjs'

test("the project's own commands come first, then pnpm, then the machine's; nothing reports home, and what Node compiled is kept", () => {
  expect(toolEnvironment('/root', '/pnpm', { PATH: '/bin', HOME: '/me' })).toEqual({
    PATH: '/root/node_modules/.bin:/pnpm:/bin',
    HOME: '/me',
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    NODE_COMPILE_CACHE: '/root/node_modules/.orderwright/compiled',
  })
})

import { join } from 'node:path'

/** The extension's source folder. */
export const extensionFolder: string = join(import.meta.dirname, '../../../../apps/extension')

/** The built extension that may reach the loopback without asking: headless Chromium cannot be asked. */
export const loopbackBuild: string = join(extensionFolder, 'dist-loopback')

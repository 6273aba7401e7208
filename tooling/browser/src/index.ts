export { type Display, openDisplay } from './display.ts'
export { type BrowserOptions, type ExtensionBrowser, launchBrowser } from './launch-browser.ts'
export { moveTo } from './move-to.ts'
export { type Video, video } from './video-page.ts'

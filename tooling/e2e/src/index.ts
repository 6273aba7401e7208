export { type Display, openDisplay } from './browser/display.ts'
export { type ExtensionBrowser, launchBrowser } from './browser/launch-browser.ts'
export type { BrowserOptions } from './browser/launch-options.ts'
export { type Video, video } from './browser/video-page.ts'
export { createFront } from './front/create-front.ts'
export { type SelfSigned, selfSigned } from './front/self-signed.ts'
export { moveTo } from './popup/controls.ts'
export { openPopupDriver, type PopupDriver } from './popup/popup-driver.ts'
export { loopbackBuild } from './stage/build.ts'
export { copyWithTls } from './stage/copy-with-tls.ts'
export {
  acceptTerms,
  exportData,
  firstRunPage,
  forgetEverything,
  importData,
  type SeededAccount,
  saveAccount,
} from './stage/seed.ts'

/** Where all that is the mock's own begins. */
export const controlRoot: string = '/__mock'

/** Whether a url is of what is the mock's own, and not of an API that it plays. */
export function isControl(url: string): boolean {
  return url.startsWith(controlRoot) && /^[/?]?$/.test(url.charAt(controlRoot.length))
}

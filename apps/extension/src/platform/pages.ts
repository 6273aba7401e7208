/** The paths of the extension's pages, as they are in an address. */
export const popupPage = '/src/screens/popup.html'

export const optionsPage = '/src/screens/options.html'

export const welcomePage = '/src/screens/welcome.html'

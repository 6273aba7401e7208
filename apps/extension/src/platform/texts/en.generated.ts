// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "interrupted": () => string
readonly "newerData": () => string
readonly "storageFull": () => string
readonly "failure": () => string
} = {
  interrupted: () => "Something interrupted us. Try again.",
  newerData: () => "A newer version of Orderwright wrote this data. Nothing is lost: update the extension, then try again.",
  storageFull: () => "Your disk is full, so nothing can be saved. Free some space, or remove what was set aside in the settings, then try again.",
  failure: () => "Something went wrong in Orderwright. Check your orders before you try again."
}

// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "locked": () => string
readonly "wrongPassphrase": () => string
readonly "unknownTime": () => string
} = {
  locked: () => "Your keys are locked. Unlock them with your passphrase, then try again.",
  wrongPassphrase: () => "That’s not the passphrase. Try again.",
  unknownTime: () => "Choose one of the listed times."
}

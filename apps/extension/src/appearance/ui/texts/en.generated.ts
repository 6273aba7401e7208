// Compiled from en.json by `pnpm messages`; a test fails if it is not what that gives. Edit the JSON.

export const messages: {
readonly "title": () => string
readonly "theme": {
readonly "label": () => string
readonly "hint": () => string
readonly "system": () => string
readonly "light": () => string
readonly "dark": () => string
}
readonly "density": {
readonly "label": () => string
readonly "hint": () => string
readonly "comfortable": () => string
readonly "compact": () => string
}
readonly "thumbnails": {
readonly "label": () => string
readonly "description": () => string
}
} = {
  title: () => "Appearance",
  theme: {
    label: () => "Theme",
    hint: () => "Light and dark hold for Orderwright alone.",
    system: () => "As the browser",
    light: () => "Light",
    dark: () => "Dark"
  },
  density: {
    label: () => "Density",
    hint: () => "Compact fits more on a screen.",
    comfortable: () => "Comfortable",
    compact: () => "Compact"
  },
  thumbnails: {
    label: () => "Show pictures of videos",
    description: () => "Your browser asks YouTube’s server i.ytimg.com for them. While this is off, it asks for nothing."
  }
}

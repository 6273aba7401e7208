/** A video that the stand-in shows, and that the real site has at the same address. */
export interface Video {
  readonly id: string
  readonly url: string
  /** Without the counter and the site's name that the page title carries. */
  readonly title: string
}

/** The sample video: the first one that the real site took, under a name of the stand-in's own. */
export const video: Video = {
  id: 'jNQXAC9IVRw',
  url: 'https://www.youtube.com/watch?v=jNQXAC9IVRw',
  title: 'A walk along the river',
}

/** What the stand-in answers at `link`: a video page where the link is one, else a page that is no video. */
export function videoPage(link: string): string {
  const { hostname, pathname } = new URL(link)
  const isVideo = hostname === 'youtu.be' || /^\/(watch|shorts|live|embed)\b/.test(pathname)
  return isVideo
    ? page(`(3) ${video.title} - YouTube`, video.title, film)
    : page('YouTube', 'No video here', '')
}

const film = '<div class="film" role="img" aria-label="A river between hills"></div>'

function page(title: string, heading: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.4rem; margin: 1rem 0 .25rem }
  p { margin: 0; opacity: .75 }
  .film {
    aspect-ratio: 16 / 9; border-radius: .75rem;
    background:
      radial-gradient(60% 45% at 20% 100%, #2f5d50 98%, transparent),
      radial-gradient(70% 55% at 85% 105%, #3d7260 98%, transparent),
      linear-gradient(#f7d9b0, #e9a27f 55%, #4f86a3 55%, #2b5876);
  }
</style>
${body}
<h1>${heading}</h1>
<p>A stand-in that Orderwright serves at this address, because the real site is not used here.</p>
</html>
`
}

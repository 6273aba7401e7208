import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { launch } from 'puppeteer-core'

const here = import.meta.dirname
const target = `${here}/../public/icons`
const svg = await readFile(`${here}/icon.svg`, 'utf8')

const browser = await launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
await mkdir(target, { recursive: true })
const page = await browser.newPage()
for (const size of [16, 32, 48, 128]) {
  await page.setViewport({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`)
  await writeFile(`${target}/${size}.png`, await page.screenshot({ omitBackground: true }))
}
await browser.close()

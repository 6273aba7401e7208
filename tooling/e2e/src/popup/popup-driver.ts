import type { Page } from 'puppeteer-core'
import { choose, fill, press, refresh, see, select, total } from './controls.ts'

/** The controls of one page of the extension, which a test has in its hand for long. */
export interface PopupDriver {
  readonly page: Page
  choose(query: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  select(label: string, option: string): Promise<void>
  press(text: string): Promise<void>
  refresh(): Promise<void>
  sees(text: string): Promise<void>
  text(): Promise<string>
  total(): Promise<string>
  close(): Promise<void>
}

export function openPopupDriver(page: Page): PopupDriver {
  page.setDefaultTimeout(20_000)
  return {
    page,
    choose: query => choose(page, query),
    fill: (label, text) => fill(page, label, text),
    select: (label, option) => select(page, label, option),
    press: text => press(page, text),
    refresh: () => refresh(page),
    sees: text => see(page, text),
    text: () => page.evaluate(() => document.body.textContent ?? ''),
    total: () => total(page),
    close: () => page.close(),
  }
}

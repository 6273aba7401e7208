import { mockPanelKey, mockQqtubeKey } from '@orderwright/mock-server'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit } from './audit.ts'
import { openBrowser, openPage, picture, untilText } from './open-page.ts'
import { askQqtube, order, playABit } from './play.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, node => node.textContent ?? '')
}

/** Goes to an element and presses a key there, as someone without a pointer does. */
async function press(page: Page, selector: string, key: 'Enter' | 'Space'): Promise<void> {
  await page.waitForSelector(selector)
  await page.focus(selector)
  await page.keyboard.press(key)
}

describe('the page', () => {
  test('shows orders, and how they go on as the clock is advanced', async () => {
    await using stage = await openPage(browser)
    const { page, server } = stage
    expect(await textOf(page, '#orders-empty')).toContain('No order yet')
    await askQqtube(server, 'POST', order)
    await untilText(page, '#orders tr', /^123456qqtube-1Service 1https:.*0 of 20,000in progress44/)
    await press(page, '[data-advance="1m"]', 'Enter')
    await untilText(page, '#clock-time', /^00:01:00$/)
    await untilText(page, '#orders td.progress', /^[1-9][\d,]* of 20,000$/)
    await page.$eval('#clock-duration', node => node instanceof HTMLInputElement && node.select())
    await page.type('#clock-duration', '1h')
    await page.keyboard.press('Enter')
    await untilText(page, '#orders tr', /20,000 of 20,000completed/)
    expect(stage.errors).toEqual([])
  })

  test('holds the clock and lets it run', async () => {
    await using stage = await openPage(browser)
    const { page, server } = stage
    await untilText(page, '#clock-state', /^held$/)
    await page.select('#clock-rate', '60')
    await press(page, '#clock-toggle', 'Space')
    await untilText(page, '#clock-state', /^running 60 ×$/)
    await page.select('#clock-rate', '600')
    await untilText(page, '#clock-state', /^running 600 ×$/)
    await press(page, '#clock-toggle', 'Space')
    await untilText(page, '#clock-state', /^held$/)
    expect(server.control.clock.rate()).toBe(0)
  })

  test('says what is wrong with what was typed', async () => {
    await using stage = await openPage(browser)
    await stage.page.focus('#clock-duration')
    await stage.page.type('#clock-duration', 'soon')
    await stage.page.keyboard.press('Enter')
    await untilText(stage.page, '#error:not([hidden])', /such as '90s'/)
  })

  test('plans a fault by a switch, which goes off once it has been injected', async () => {
    await using stage = await openPage(browser)
    const { page, server } = stage
    await page.waitForSelector('#fault-html-502')
    await page.type('#fault-action', 'funds')
    await page.select('#fault-when', 'before')
    await press(page, '#fault-html-502', 'Space')
    await page.waitForSelector('#fault-html-502[aria-checked="true"]')
    expect(server.control.faults.list().map(({ plan }) => plan)).toEqual([
      { fault: 'html-502', when: 'before', action: 'funds', times: 1 },
    ])
    await untilText(page, '#fault-html-502-scope', /^before funds · 1 left$/)
    await askQqtube(server, 'GET', { action: 'funds' })
    await page.waitForSelector('#fault-html-502[aria-checked="false"]')
    await page.select('#fault-times', '')
    await press(page, '#fault-empty', 'Space')
    await untilText(page, '#fault-empty-scope', /^before funds · no end$/)
    await press(page, '#fault-empty', 'Space')
    await page.waitForSelector('#fault-empty[aria-checked="false"]')
    expect(server.control.faults.list()).toEqual([])
  })

  test('plans an outage that ends by the clock', async () => {
    await using stage = await openPage(browser)
    const { page, server } = stage
    await page.waitForSelector('#fault-html-502')
    await page.select('#fault-times', '')
    await page.type('#fault-lasts', 'a while')
    await press(page, '#fault-html-502', 'Space')
    await untilText(page, '#error:not([hidden])', /^lasts must be /)
    await page.click('#fault-lasts', { count: 3 })
    await page.type('#fault-lasts', '5m')
    await press(page, '#fault-html-502', 'Space')
    await untilText(page, '#fault-html-502-scope', /^after · for 5m$/)
    server.control.clock.advance('5m')
    await page.waitForSelector('#fault-html-502[aria-checked="false"]')
  })

  test('logs each request as it comes, with its fault, its suggestions and its answer, and no key', async () => {
    await using stage = await openPage(browser)
    const { page, server } = stage
    await askQqtube(server, 'POST', order)
    for (const fault of ['reset', 'html'] as const) {
      server.control.faults.add({ fault, action: 'add' })
      await askQqtube(server, 'POST', order)
    }
    await askQqtube(server, 'GET', { action: 'stats', id_service_submision: '123456' })
    await untilText(page, '#log li:nth-child(4)', /POST addqqtube-1order 123456200/)
    await untilText(page, '#log li:nth-child(3)', /POST addqqtube-1order 123457after: resetno answer/)
    await untilText(page, '#log li:nth-child(2)', /POST addqqtube-1order 123458after: html200/)
    await untilText(page, '#log li:first-child', /GET stats.*suggestion/)
    await press(page, '#log li:first-child summary', 'Enter')
    await untilText(page, '#log li:first-child .suggestion', /did you mean/)
    await press(page, '#log li:nth-child(4) summary', 'Enter')
    await untilText(page, '#log li:nth-child(4) pre', /"id_service_submission": "123456"/)
    await press(page, '#log li:nth-child(3) summary', 'Enter')
    await untilText(page, '#log li:nth-child(3) pre', /^Nothing was sent\.$/)
    await press(page, '#log li:nth-child(2) summary', 'Enter')
    await untilText(page, '#log li:nth-child(2) pre', /<h1>Please wait<\/h1>/)
    const html = await page.content()
    expect(html).toContain('[redacted]')
    for (const key of [mockQqtubeKey, mockPanelKey]) expect(html).not.toContain(key)
  })

  test('filters, pauses and clears the log, and sees that it was cleared elsewhere', async () => {
    await using stage = await openPage(browser)
    const { page, server } = stage
    await askQqtube(server, 'GET', { action: 'funds' })
    await askQqtube(server, 'GET', { action: 'services' })
    await untilText(page, '#log-count', /^2$/)
    await page.type('#log-filter', 'action":"funds')
    await untilText(page, '#log-count', /^1, 1 filtered out$/)
    await page.$eval('#log-filter', node => node instanceof HTMLInputElement && node.select())
    await page.keyboard.press('Backspace')
    await press(page, '#log-pause', 'Space')
    await askQqtube(server, 'GET', { action: 'funds' })
    await untilText(page, '#log-count', /^2, 1 waiting$/)
    await press(page, '#log-pause', 'Space')
    await untilText(page, '#log-count', /^3$/)
    await press(page, '#log-clear', 'Enter')
    await untilText(page, '#log-count', /^$/)
    await askQqtube(server, 'GET', { action: 'funds' })
    await untilText(page, '#log-count', /^1$/)
    server.control.reset()
    await untilText(page, '#log-count', /^$/)
  })

  test('scripts an order from its dialog, and says there why it cannot', async () => {
    await using stage = await openPage(browser)
    const { page, server } = stage
    await askQqtube(server, 'POST', order)
    const button = 'button[aria-label="Script order 123456"]'
    await press(page, button, 'Enter')
    await page.waitForSelector('#script[open]')
    await page.keyboard.type('no behaviour')
    await page.keyboard.press('Enter')
    await untilText(page, '#script-error:not([hidden])', /^A behaviour is a progress mode/)
    await page.$eval('#script-behaviour', node => node instanceof HTMLInputElement && node.select())
    await page.keyboard.type('canceled')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#script:not([open])')
    await untilText(page, '#orders tr', /canceledcanceled at 0 %4444 back/)
    expect(server.control.orders.get('123456')?.state).toBe('canceled')
    expect(
      await page.evaluate(selector => document.activeElement === document.querySelector(selector), button),
    ).toBe(true)
  })

  test('goes back to the start only after it has asked', async () => {
    await using stage = await openPage(browser)
    const { page, server } = stage
    await askQqtube(server, 'POST', order)
    await page.waitForSelector('#orders tr')
    await press(page, '#reset', 'Enter')
    await page.waitForSelector('#reset-dialog[open]')
    await page.keyboard.press('Escape')
    await page.waitForSelector('#reset-dialog:not([open])')
    expect(server.control.orders.list()).toHaveLength(1)
    await press(page, '#reset', 'Enter')
    await press(page, '#reset-dialog[open] [value="reset"]', 'Enter')
    await page.waitForSelector('#orders-empty:not([hidden])')
    expect(server.control.orders.list()).toEqual([])
  })

  test('says when the server has gone, and when it is there again', async () => {
    await using stage = await openPage(browser)
    await stage.page.setOfflineMode(true)
    await untilText(stage.page, '#connection', /^The server does not answer\.$/)
    await stage.page.setOfflineMode(false)
    await untilText(stage.page, '#connection', /^live$/)
  })

  test('asks for the token of a server that other machines reach, and keeps it out of the address', async () => {
    await using stage = await openPage(browser, { host: '0.0.0.0' })
    const { page, server } = stage
    await page.waitForSelector('#token-form:not([hidden])')
    expect(await audit(page, 'token')).toEqual([])
    await page.type('#token', server.controlToken ?? '')
    await page.keyboard.press('Enter')
    await untilText(page, '#connection', /^live$/)
    expect(await page.$eval('#token-form', form => form instanceof HTMLElement && form.hidden)).toBe(true)

    const linked = await (await browser.createBrowserContext()).newPage()
    await linked.goto(`${page.url()}#token=${server.controlToken}`)
    await untilText(linked, '#connection', /^live$/)
    expect(linked.url()).toBe(page.url())
    await linked.browserContext().close()
  })
})

describe('what the page is made of', () => {
  test('is free of what axe finds, empty and full, in light and in dark', async () => {
    await using stage = await openPage(browser)
    const { page, server } = stage
    await page.waitForSelector('#faults li')
    expect(await audit(page, 'empty')).toEqual([])
    await playABit(server)
    await page.waitForSelector('#orders tr:nth-child(6)')
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
    await picture(page, 'light')
    await press(page, '#log li:nth-child(3) summary', 'Enter')
    expect(await audit(page, 'full')).toEqual([])
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    await picture(page, 'dark')
    await press(page, 'button[aria-label="Script order 123456"]', 'Enter')
    await page.waitForSelector('#script[open]')
    expect(await audit(page, 'script')).toEqual([])
    await page.keyboard.press('Escape')
    await press(page, '#reset', 'Enter')
    expect(await audit(page, 'reset')).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewport({ width: 390, height: 844 })
    expect(await audit(page, 'narrow')).toEqual([])
    await picture(page, 'narrow')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })

  test('comes from the server alone, under a policy that lets nothing else in', async () => {
    await using stage = await openPage(browser)
    const { page, server } = stage
    const hosts = new Set<string>()
    page.on('request', request => hosts.add(new URL(request.url()).origin))
    const response = await page.reload({ waitUntil: 'networkidle2' })
    expect([...hosts]).toEqual([server.url])
    expect(response?.headers()['content-type']).toBe('text/html; charset=utf-8')
    const policy = response?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/)
    expect(stage.errors).toEqual([])
    const inject = page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('script'), { textContent: '0' }))
    })
    await expect(inject).rejects.toThrow('TrustedScript')
  })
})

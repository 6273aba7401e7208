import { parseServices } from '@orderwright/core'
import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { type ServiceName, serviceNames } from '../service-name.ts'
import { createPicker, type Picker } from './picker-model.ts'

const { services } = parseServices(
  'qqtube',
  ['Steady views', 'Quick views', 'Likes'].map((name, n) => ({
    id_service: `${n + 1}`,
    public_name: name,
    type_name: 'Sample',
    prices: [{ minimum: '1', maximum: '10', pricing_per: '1', price: '1' }],
    params: [],
  })),
)

function picker(): {
  readonly it: Picker
  readonly chosen: () => string | undefined
  readonly spent: () => string
} {
  let spent = ''
  const selected = signal<ServiceName | undefined>(undefined)
  const it = createPicker({
    names: signal(serviceNames(services)),
    selected,
    isLoading: signal(false),
    currency: signal('USD'),
    recent: signal([]),
    onChoose: (service, budget) => {
      selected.value = service
      spent = budget
    },
  })
  return { it, chosen: () => selected.value?.name, spent: () => spent }
}

const shown = (it: Picker): readonly string[] => it.result.value.services.map(service => service.name)

describe('the service picker', () => {
  test('an amount behind the words is what to spend on the service that they find', () => {
    const { it, chosen, spent } = picker()
    it.type('quick 25$')
    expect([shown(it), it.words.value]).toStrictEqual([['Quick views'], ['quick']])
    it.press('Enter', false)
    expect([chosen(), spent()]).toStrictEqual(['Quick views', '25$'])
  })

  test('a slip of the finger finds what was meant, a moment later', async () => {
    const { it } = picker()
    it.type('qiuck')
    expect(shown(it)).toStrictEqual([])
    await expect.poll(() => shown(it)).toStrictEqual(['Quick views'])
    expect(it.active.value).toBe(0)
  })

  test('pages turn to the ends and no further, and only in an open list', () => {
    const { it } = picker()
    expect(it.press('PageDown', false)).toBe(false)
    it.open()
    const actives = ['PageDown', 'PageDown', 'PageUp', 'PageUp'].map(key => {
      it.press(key, false)
      return it.active.value
    })
    expect(actives).toStrictEqual([2, 2, 0, 0])
  })

  test('opens at the first arrow, walks round with the next ones', () => {
    const { it } = picker()
    const actives = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map(key => {
      it.press(key, false)
      return it.active.value
    })
    expect(it.isOpen.value).toBe(true)
    expect(actives).toStrictEqual([-1, 0, 1, 2, 0, 2])
  })

  test('the up arrow starts from the end', () => {
    const { it } = picker()
    it.open()
    it.press('ArrowUp', false)
    expect(it.active.value).toBe(2)
  })

  test('typing filters and highlights the first match, Enter takes it', () => {
    const { it, chosen } = picker()
    it.type('views qu')
    expect([shown(it), it.active.value]).toStrictEqual([['Quick views'], 0])
    expect(it.press('Enter', false)).toBe(true)
    expect([chosen(), it.text.value, it.isOpen.value]).toStrictEqual(['Quick views', 'Quick views', false])
  })

  test('what was typed before the services came finds its first match once they do', () => {
    const names = signal(serviceNames([]))
    const it = createPicker({
      names,
      selected: signal(undefined),
      isLoading: signal(true),
      currency: signal('USD'),
      recent: signal([]),
      onChoose: () => undefined,
    })
    it.type('views')
    expect(it.active.value).toBe(-1)
    names.value = serviceNames(services)
    expect([shown(it)[0], it.active.value]).toStrictEqual(['Steady views', 0])
  })

  test('that nothing matches is said once no more services can come', () => {
    const names = signal(serviceNames([]))
    const isLoading = signal(true)
    const it = createPicker({
      names,
      selected: signal(undefined),
      isLoading,
      currency: signal('USD'),
      recent: signal([]),
      onChoose: () => undefined,
    })
    const said = (): string => it.status.value
    it.open()
    expect(said()).toBe('Loading services…')
    it.type('views zzz')
    expect(said()).toBe('Loading services…')
    names.value = serviceNames(services)
    expect(said()).toBe('Loading services…')
    isLoading.value = false
    expect(said()).toContain('views zzz')
    it.type('x'.repeat(500))
    expect(said().length).toBeLessThan(100)
    it.type('views')
    expect(said()).toBe('2 services')
    names.value = serviceNames([])
    expect(said()).not.toContain('match')
  })

  test('Enter with nothing highlighted chooses nothing', () => {
    const { it, chosen } = picker()
    it.type('no such thing')
    it.press('Enter', false)
    expect([chosen(), it.isOpen.value]).toStrictEqual([undefined, true])
  })

  test('Escape drops what was typed, and is left to the popup once the list is closed', () => {
    const { it } = picker()
    it.type('likes')
    expect(it.press('Escape', false)).toBe(true)
    expect([it.text.value, it.isOpen.value]).toStrictEqual(['', false])
    expect(it.press('Escape', false)).toBe(false)
  })

  test('Alt and the arrows open and close without moving', () => {
    const { it } = picker()
    it.press('ArrowDown', true)
    expect([it.isOpen.value, it.active.value]).toStrictEqual([true, -1])
    it.press('ArrowUp', true)
    expect(it.isOpen.value).toBe(false)
  })

  test('opens at the chosen service, with the whole list', () => {
    const { it } = picker()
    it.type('likes')
    it.press('Enter', false)
    it.open()
    expect([shown(it).length, it.active.value, it.text.value]).toStrictEqual([3, 2, 'Likes'])
  })

  test('letters and Tab are left to the browser', () => {
    const { it } = picker()
    expect([it.press('a', false), it.press('Tab', false), it.press('Home', false)]).toStrictEqual([
      false,
      false,
      false,
    ])
  })
})

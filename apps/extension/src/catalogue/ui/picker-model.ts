import { isolate } from '@orderwright/core'
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { formatCount } from '../../format/money.ts'
import { splitBudget } from '../../price/read-budget.ts'
import { queryWords, type SearchOrder, type SearchResult, searchServices } from '../search/search-services.ts'
import type { ServiceName } from '../service-name.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Rendering 10,000 options takes more than a second; 50 take none that anyone could feel. */
const shownOptions = 50

/** How many options a page of the list has. */
const pageOptions = 8

/** A combobox by the ARIA Authoring Practices: list autocomplete, one choice, focus stays in the text. */
export interface Picker {
  readonly isOpen: ReadonlySignal<boolean>
  /** What the text field shows: what is typed, else the chosen service's name. */
  readonly text: ReadonlySignal<string>
  readonly result: ReadonlySignal<SearchResult>
  /** The words that were searched for, folded. */
  readonly words: ReadonlySignal<readonly string[]>
  readonly order: Signal<SearchOrder>
  /** How many services match, in one sentence. */
  readonly status: ReadonlySignal<string>
  /** The position of the highlighted option, or -1. */
  readonly active: Signal<number>
  open(): void
  /** Closes the list and drops what was typed. */
  close(): void
  type(text: string): void
  choose(service: ServiceName): void
  /** Whether the key meant something here, so that the browser should not act on it too. */
  press(key: string, isAlt: boolean): boolean
}

type Chosen = Pick<ServiceName, 'id' | 'name'>

interface PickerOptions {
  readonly names: ReadonlySignal<readonly ServiceName[]>
  readonly selected: ReadonlySignal<Chosen | undefined>
  /** Whether more services may come. */
  readonly isLoading: ReadonlySignal<boolean>
  /** The account's, blank if it is not known. */
  readonly currency: ReadonlySignal<string>
  /** The ids of services that were ordered last, the latest first. */
  readonly recent: ReadonlySignal<readonly string[]>
  /** `budget` is an amount to spend as it was typed behind the search, such as `25$`, or blank. */
  readonly onChoose: (service: ServiceName, budget: string) => void
}

type WithTypos = typeof import('../search/typos.ts').withTypos

export function createPicker(options: PickerOptions): Picker {
  const { names, selected, isLoading, currency, recent, onChoose } = options
  const order = signal<SearchOrder>('match')
  const withTypos = signal<WithTypos | undefined>(undefined)
  const isOpen = signal(false)
  const query = signal<string | undefined>(undefined)
  const active = signal(-1)
  const text = computed(() => query.value ?? selected.value?.name ?? '')
  const search = computed(() => splitBudget(query.value ?? '', currency.value))
  const words = computed(() => queryWords(search.value.words))
  const result = computed(() =>
    searchServices(names.value, search.value.words, {
      limit: shownOptions,
      order: order.value,
      recent: recent.value,
      withTypos: withTypos.value,
    }),
  )
  const status = computed(() => {
    if (result.value.count > 0) return countWords(result.value)
    if (isLoading.value) return texts.loading()
    return names.value.length === 0 ? texts.none() : noneWords(query.value ?? '')
  })

  // The catalogue may come after the first words were typed.
  effect(() => {
    const isSearching = (query.value ?? '').trim() !== '' && result.value.services.length > 0
    if (isSearching && active.peek() === -1) active.value = 0
  })

  // Who makes no slip needs none of it.
  effect(() => {
    const isInVain = words.value.length > 0 && names.value.length > 0 && result.value.count === 0
    if (isInVain && withTypos.peek() === undefined) {
      void import('../search/typos.ts').then(found => {
        withTypos.value = found.withTypos
      })
    }
  })

  function open(): void {
    if (isOpen.value) return
    isOpen.value = true
    active.value = result.value.services.findIndex(service => service.id === selected.value?.id)
  }

  function close(): void {
    isOpen.value = false
    query.value = undefined
    active.value = -1
  }

  function choose(service: ServiceName): void {
    const { budget } = search.value
    close()
    onChoose(service, budget)
  }

  /** Moves a page on, and no further than to the end. */
  function turn(by: 1 | -1): boolean {
    if (!isOpen.value) return false
    const last = result.value.services.length - 1
    active.value = Math.max(Math.min(0, last), Math.min(last, active.value + by * pageOptions))
    return true
  }

  function move(by: 1 | -1): void {
    const { length } = result.value.services
    if (!isOpen.value) open()
    else if (length > 0)
      active.value = (active.value + by + (active.value < 0 && by < 0 ? 1 : 0) + length) % length
  }

  function chooseActive(): boolean {
    const service = result.value.services[active.value]
    if (!isOpen.value || service === undefined) return isOpen.value
    choose(service)
    return true
  }

  function dismiss(): boolean {
    const wasOpen = isOpen.value
    close()
    return wasOpen
  }

  function press(key: string, isAlt: boolean): boolean {
    switch (key) {
      case 'ArrowDown':
        if (isAlt) open()
        else move(1)
        return true
      case 'ArrowUp':
        if (isAlt) close()
        else move(-1)
        return true
      case 'PageDown':
        return turn(1)
      case 'PageUp':
        return turn(-1)
      case 'Enter':
        return chooseActive()
      // While the list is closed Escape is the popup's own.
      case 'Escape':
        return dismiss()
      default:
        return false
    }
  }

  return {
    isOpen,
    text,
    result,
    words,
    order,
    status,
    active,
    open,
    close,
    choose,
    type: typed => {
      isOpen.value = true
      query.value = typed
      active.value = result.value.services.length > 0 && typed.trim() !== '' ? 0 : -1
    },
    press,
  }
}

/** How much of what was searched for is quoted back. */
const quotedLetters = 40

function noneWords(query: string): string {
  const letters = [...query.trim()]
  const words = letters.length <= quotedLetters ? letters : [...letters.slice(0, quotedLetters), '…']
  return texts.noMatch({ query: isolate(words.join('')) })
}

function countWords({ services: { length: shown }, count }: SearchResult): string {
  if (shown < count) return texts.shown({ shown: formatCount(`${shown}`), all: formatCount(`${count}`) })
  return texts.count({ count, shown: formatCount(`${count}`) })
}

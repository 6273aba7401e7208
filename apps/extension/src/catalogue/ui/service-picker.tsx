import { messages as texts } from './texts/en.generated.ts'
import './service-picker.css'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { formatMoney, sharedDecimals } from '../../format/money.ts'
import { Icon } from '../../ui/icon.tsx'
import { ownKeys } from '../../ui/keyboard/own-keys.ts'
import { marked } from '../search/rank.ts'
import { priceOf1000 } from '../search/search-services.ts'
import type { ServiceName } from '../service-name.ts'
import type { Picker } from './picker-model.ts'

interface ServicePickerProps {
  readonly picker: Picker
  readonly selected: Pick<ServiceName, 'id'> | undefined
  readonly currency: string
  readonly hint: string | undefined
  readonly issue: string | undefined
  readonly onLeave: () => void
}

/** Shows a combobox over the whole catalogue: typed words search name, number and category. */
export function ServicePicker(props: ServicePickerProps): JSX.Element {
  const { picker, selected, currency, hint, issue, onLeave } = props
  const { services } = picker.result.value
  const isOpen = picker.isOpen.value
  const decimals = sharedDecimals(services.map(shownPrice))
  return (
    <div
      class="field picker"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
        // The focus stands here when the window opens: who passes by has left nothing out yet.
        const isUsed = picker.text.value !== ''
        picker.close()
        if (isUsed) onLeave()
      }}
    >
      <label class="field-label" for="service" elementtiming="form">
        {texts.label()}
      </label>
      <div class="picker-control">
        <Icon name="search" />
        <PickerInput picker={picker} isInvalid={issue !== undefined} />
      </div>
      {isOpen && (
        <div class="picker-list">
          <div
            class="picker-options"
            id="service-options"
            role="listbox"
            aria-label={texts.options()}
            tabIndex={-1}
          >
            {services.map((service, position) => (
              <Option
                key={service.id}
                id={optionId(position)}
                service={service}
                words={picker.words.value}
                currency={currency}
                decimals={decimals}
                isActive={position === picker.active.value}
                isSelected={service.id === selected?.id}
                onPoint={() => {
                  picker.active.value = position
                }}
                onChoose={() => picker.choose(service)}
              />
            ))}
          </div>
          <div class="picker-foot">
            <p>{picker.status.value}</p>
            <button
              type="button"
              class="picker-order"
              aria-pressed={picker.order.value === 'price'}
              onPointerDown={event => event.preventDefault()}
              onClick={() => {
                picker.order.value = picker.order.value === 'price' ? 'match' : 'price'
              }}
            >
              {texts.cheapest()}
            </button>
          </div>
        </div>
      )}
      <p class="visually-hidden" role="status">
        {isOpen ? picker.status.value : ''}
      </p>
      <p class="field-message" id="service-message" data-issue={issue === undefined ? undefined : ''}>
        {issue ?? hint ?? ''}
      </p>
    </div>
  )
}

interface PickerInputProps {
  readonly picker: Picker
  readonly isInvalid: boolean
}

function PickerInput({ picker, isInvalid }: PickerInputProps): JSX.Element {
  const isOpen = picker.isOpen.value
  const active = picker.active.value
  return (
    <input
      class="control"
      id="service"
      type="text"
      dir="auto"
      role="combobox"
      autocomplete="off"
      spellcheck={false}
      placeholder={texts.placeholder()}
      value={picker.text.value}
      aria-autocomplete="list"
      aria-expanded={isOpen}
      aria-controls={isOpen ? 'service-options' : undefined}
      aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
      aria-describedby="service-message"
      aria-invalid={isInvalid}
      aria-required
      onClick={event => {
        picker.open()
        event.currentTarget.select()
      }}
      onInput={event => picker.type(event.currentTarget.value)}
      onKeyDown={ownKeys(event => {
        // Chosen by the shortcut that orders, its price has not been seen yet.
        if (isOpen && event.key === 'Enter') event.stopPropagation()
        if (picker.press(event.key, event.altKey)) event.preventDefault()
      })}
    />
  )
}

interface OptionProps {
  readonly id: string
  readonly service: ServiceName
  /** Those of the query, folded. */
  readonly words: readonly string[]
  readonly currency: string
  /** How many the prices of the list have. */
  readonly decimals: number
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

function Option(props: OptionProps): JSX.Element {
  const { id, service, words, currency, decimals, isActive, isSelected, onPoint, onChoose } = props
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // The keyboard acts through the text field, which keeps the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as the ARIA practice for comboboxes has it
    <div
      ref={element}
      class="picker-option"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      title={`${service.name}\n${service.category}`}
      data-active={isActive ? '' : undefined}
      onPointerDown={event => event.preventDefault()}
      onPointerMove={isActive ? undefined : onPoint}
      onClick={onChoose}
    >
      <span class="picker-option-name" dir="auto">
        {marked(service.name, words).map(({ text, isMatch }, place) =>
          isMatch ? <mark key={place}>{text}</mark> : text,
        )}
      </span>
      <span class="picker-option-id">#{service.id}</span>
      <span class="picker-option-price">
        {service.price.isLowest && <small>{texts.from()} </small>}
        {formatMoney(shownPrice(service), currency, decimals)}
        {service.price.per === undefined && <small> {texts.each()}</small>}
      </span>
    </div>
  )
}

function optionId(position: number): string {
  return `service-option-${position}`
}

/** Returns the price of 1,000, or of the whole, as a decimal string. */
function shownPrice(service: ServiceName): string {
  return priceOf1000(service)?.toFixed() ?? service.price.amount
}

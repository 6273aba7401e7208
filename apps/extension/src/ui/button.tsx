import './button.css'
import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { ownKeys } from './keyboard/own-keys.ts'

interface ButtonProps {
  readonly children: ComponentChildren
  readonly onClick?: () => void
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly icon?: IconName
  /** Busy buttons keep the focus and do nothing. */
  readonly isBusy?: boolean
  /**
   * Takes a press of its own only: neither the second click of a double click nor a key that is still held down, since
   * both were meant for what stood here before.
   */
  readonly isDeliberate?: boolean
  /** Takes the focus when it appears. */
  readonly isFocused?: boolean
  readonly isExpanded?: boolean
  readonly controls?: string
  /** What a pointer that rests on it sees. */
  readonly title?: string
  /** Submits the form that it stands in; `onClick` is not needed then. */
  readonly isSubmit?: boolean
}

export function Button(props: ButtonProps): JSX.Element {
  const {
    children,
    onClick,
    variant = 'secondary',
    icon,
    isBusy = false,
    isDeliberate = false,
    isFocused = false,
    isExpanded,
    controls,
    title,
    isSubmit = false,
  } = props
  return (
    <button
      ref={isFocused ? takeFocus : null}
      type={isSubmit ? 'submit' : 'button'}
      class="button"
      data-variant={variant}
      aria-disabled={isBusy}
      aria-expanded={isExpanded}
      aria-controls={controls}
      title={title}
      onClick={({ detail }) => {
        if (!isBusy && !(isDeliberate && detail > 1)) onClick?.()
      }}
      onKeyDown={ownKeys(event => {
        if (isDeliberate && event.repeat) event.preventDefault()
      })}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  )
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus()
}

interface IconButtonProps {
  readonly icon: IconName
  /** What a screen reader says, and what a pointer sees. */
  readonly label: string
  readonly onClick: () => void
}

export function IconButton({ icon, label, onClick }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="button"
      data-variant="quiet"
      data-square
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}

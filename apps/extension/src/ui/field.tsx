import './field.css'
import type { ComponentChildren, JSX } from 'preact'

export interface FieldProps {
  /** Unique on the screen. */
  readonly id: string
  readonly label: string
  /** Beside the label, such as a count. */
  readonly aside?: string | undefined
  /** Always shown, above the control. */
  readonly description?: string | undefined
  /** Shown under the control while there is no issue. */
  readonly hint?: string | undefined
  /** One sentence about what is wrong. */
  readonly issue?: string | undefined
  readonly isRequired?: boolean | undefined
}

/** What a control needs to be tied to its label, description and message. */
export interface ControlAttributes {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
  readonly 'aria-required': boolean
}

interface FrameProps extends FieldProps {
  readonly children: (attributes: ControlAttributes) => ComponentChildren
}

/** Shows label, description, control and message in places that do not move while someone types. */
export function Field(props: FrameProps): JSX.Element {
  const { id, label, aside, description, hint, issue, isRequired = false, children } = props
  const describedBy = [description === undefined ? '' : `${id}-description`, `${id}-message`].join(' ').trim()
  return (
    <div class="field">
      <div class="field-head">
        <label class="field-label" for={id} dir="auto">
          {label}
        </label>
        {aside !== undefined && (
          <span class="field-aside" id={`${id}-aside`} dir="auto">
            {aside}
          </span>
        )}
      </div>
      {description !== undefined && (
        <p class="field-description" id={`${id}-description`} dir="auto">
          {description}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy,
        'aria-invalid': issue !== undefined,
        'aria-required': isRequired,
      })}
      <p class="field-message" id={`${id}-message`} data-issue={issue === undefined ? undefined : ''}>
        {issue ?? hint ?? ''}
      </p>
    </div>
  )
}

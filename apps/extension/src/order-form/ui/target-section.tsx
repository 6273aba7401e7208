import { messages as texts } from './texts/en.generated.ts'
import './target-section.css'
import { isolate } from '@orderwright/core'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { thumbnailOf } from '../../appearance/thumbnail.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { OrderForm } from '../form-model.ts'
import type { Page, PageModel } from '../page-model.ts'
import { isPageUsable, type TargetKind, targetKind, unreadableWords } from '../target-choice.ts'

interface TargetSectionProps {
  readonly form: OrderForm
  readonly page: PageModel
  /** Makes the order one for the page that the tab shows now. */
  readonly onMoveOn: () => void
}

/** Shows what the order is for: the page under the popup, or a pasted link. */
export function TargetSection({ form, page: tab, onMoveOn }: TargetSectionProps): JSX.Element {
  const isPasting = useSignal(false)
  const page = tab.page.value
  const service = form.service.value
  if (service?.takesTarget === false) {
    return (
      <Notice tone="calm" title={texts.target.noLink.title()}>
        <p>{texts.target.noLink.text()}</p>
      </Notice>
    )
  }
  const kind = targetKind(service)
  const isUsable = page !== undefined && isPageUsable(kind, page.target)
  const hasLink = form.values.value.link !== ''
  return (
    <>
      <MovedOn page={tab} onMoveOn={onMoveOn} />
      {page === undefined && !hasLink && (
        <Notice tone="calm" title={texts.target.noVideo.title()}>
          <p>{tab.isLiveTab ? unreadableWords('live') : texts.target.noVideo.text()}</p>
        </Notice>
      )}
      {isUsable && !hasLink && !isPasting.value ? (
        <PageCard
          page={page}
          hasThumbnail={tab.hasThumbnails.value}
          onReplace={() => {
            isPasting.value = true
          }}
        />
      ) : (
        <LinkField
          form={form}
          kind={kind}
          onUsePage={
            isUsable
              ? () => {
                  form.change({ link: '' })
                  isPasting.value = false
                }
              : undefined
          }
        />
      )}
    </>
  )
}

/** Says that the page has moved on while the order stays for what it was begun for. */
function MovedOn({ page: tab, onMoveOn }: Omit<TargetSectionProps, 'form'>): JSX.Element | null {
  const movedTo = tab.movedTo.value
  const page = tab.page.value
  if (movedTo === undefined || page === undefined) return null
  return (
    <Notice
      tone="warn"
      title={texts.target.moved.title()}
      isLive
      actions={
        <Button variant="quiet" onClick={onMoveOn}>
          {texts.target.moved.action()}
        </Button>
      }
    >
      <p>{texts.target.moved.text({ now: nameOf(movedTo), before: nameOf(page) })}</p>
    </Notice>
  )
}

/** Returns a page's title, or its address until it has one. */
function nameOf({ target, title }: Page): string {
  return title === '' ? shortLink(target) : texts.target.quoted({ title: isolate(title) })
}

function shortLink({ url }: Page['target']): string {
  return url.replace('https://www.', '')
}

interface PageCardProps {
  readonly page: Page
  readonly hasThumbnail: boolean
  readonly onReplace: () => void
}

function PageCard({ page, hasThumbnail, onReplace }: PageCardProps): JSX.Element {
  const { target, title, form = 'watch' } = page
  const thumbnail = hasThumbnail ? thumbnailOf(target) : undefined
  return (
    <section class="target" aria-label={texts.target.card()}>
      {thumbnail === undefined ? (
        <span class="target-glyph">
          <Icon name={glyphs[target.kind]} />
        </span>
      ) : (
        <img class="target-thumbnail" src={thumbnail} alt="" width="72" height="40" />
      )}
      <div>
        <p class="target-form">{texts.target.forms[form]()}</p>
        {title !== '' && (
          <p class="target-title" dir="auto">
            {title}
          </p>
        )}
        <a class="target-link" href={target.url} target="_blank" rel="noreferrer">
          {shortLink(target)}
        </a>
      </div>
      <IconButton icon="pencil" label={texts.target.useAnother()} onClick={onReplace} />
    </section>
  )
}

interface LinkFieldProps {
  readonly form: OrderForm
  readonly kind: TargetKind
  readonly onUsePage: (() => void) | undefined
}

function LinkField({ form, kind, onUsePage }: LinkFieldProps): JSX.Element {
  const { url, source } = form.target.value
  return (
    <div>
      <TextField
        id="target"
        kind="url"
        label={texts.target.labels[kind]()}
        value={form.values.value.link}
        placeholder={form.service.value?.example || 'https://www.youtube.com/watch?v=…'}
        hint={source === 'link' && url !== '' ? texts.target.orderedFor({ url }) : undefined}
        issue={form.issueOf('target')}
        isRequired
        onInput={link => form.change({ link })}
        onLeave={() => form.leave('target')}
      />
      {onUsePage !== undefined && (
        <Button variant="quiet" onClick={onUsePage}>
          {texts.target.usePage()}
        </Button>
      )}
    </div>
  )
}

const glyphs = { video: 'play', channel: 'channel', playlist: 'list' } as const satisfies Record<
  Page['target']['kind'],
  IconName
>

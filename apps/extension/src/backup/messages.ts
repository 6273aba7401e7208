import * as v from 'valibot'
import { optionsPage } from '../platform/pages.ts'
import type { Messages } from '../platform/request.ts'
import type { Backup } from './backup-file.ts'
import type { ImportPreview } from './import-preview.ts'

export interface BackupExchanges {
  readonly 'export-data': { readonly data: object; readonly answer: Backup }
  /** `text` is a file's; nothing is stored. */
  readonly 'preview-import': { readonly data: { readonly text: string }; readonly answer: ImportPreview }
  /** `digest` is that of the preview, which the person has seen. */
  readonly 'import-data': {
    readonly data: { readonly text: string; readonly digest: string }
    readonly answer: ImportPreview
  }
  readonly 'forget-everything': { readonly data: object; readonly answer: null }
}

const pages = [optionsPage]

export const backupMessages: Messages<BackupExchanges> = {
  'export-data': { type: 'export-data', schema: v.object({ type: v.literal('export-data') }), pages },
  'preview-import': {
    type: 'preview-import',
    schema: v.object({ type: v.literal('preview-import'), text: v.string() }),
    pages,
  },
  'import-data': {
    type: 'import-data',
    schema: v.object({ type: v.literal('import-data'), text: v.string(), digest: v.string() }),
    pages,
  },
  'forget-everything': {
    type: 'forget-everything',
    schema: v.object({ type: v.literal('forget-everything') }),
    pages,
  },
}

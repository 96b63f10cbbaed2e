import { formsContract } from '#contract/forms.ts'
import { entryCells } from '#domain/forms/form.ts'
import { type App, read } from '#server/platform/route.ts'
import { getForm, listForms } from './forms.service.ts'

export function mountForms(app: App): void {
  read(app, formsContract.listForms, async (ctx) =>
    (await listForms(ctx)).map((form) => ({
      code: form.code,
      version: form.version,
      title: form.title,
      guide: form.guide,
      levels: [...new Set(form.sections.flatMap((section) => section.levels))],
      cells: entryCells(form).length,
    })),
  )
  read(app, formsContract.getForm, async (ctx, { params }) => await getForm(ctx, params.code))
}

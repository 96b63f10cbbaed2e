// Forms kept as data, with versions. The ready-made ones are there from the start and stored when first used; a version
// that units have filled in is never changed.
import type { FormId } from '#domain/basics/ids.ts'
import type { FormDefinition } from '#domain/forms/form.ts'
import { type PreparedForm, prepareForm } from '#domain/forms/prepared-form.ts'
import { readyForms } from '#domain/forms/scale-form.ts'
import { canSomewhere } from '#domain/rights/can.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { insertForm, listFormRows } from './forms.queries.ts'

/** Stores the ready-made forms that the tenant does not have yet. Run again, it does nothing. */
export async function installForms(ctx: Ctx): Promise<void> {
  for (const definition of readyForms) {
    const id = newId<FormId>(ctx.now.getTime())
    if (!(await insertForm(ctx.db, ctx.tenantId, { id, definition, at: ctx.now }))) continue
    await audit(ctx, {
      action: 'form.install',
      object: { kind: 'form', id, name: definition.title.vi },
      unitId: null,
      after: { code: definition.code, version: definition.version },
    })
  }
}

/** The latest version of every form, the ready-made ones among them. */
export async function listForms(ctx: Ctx): Promise<FormDefinition[]> {
  if (!canSomewhere(ctx.actor, 'round.read')) throw new AppError('not_allowed')
  const stored = (await listFormRows(ctx.db, ctx.tenantId)).map((row) => row.definition)
  const newer = readyForms.filter(
    (form) => !stored.some((own) => own.code === form.code && own.version >= form.version),
  )
  return [...stored.filter((own) => !newer.some((form) => form.code === own.code)), ...newer]
}

export async function getForm(ctx: Ctx, code: string): Promise<FormDefinition> {
  const form = (await listForms(ctx)).find((one) => one.code === code)
  if (form === undefined) throw new AppError('not_found')
  return form
}

/** The form that a new round takes: the latest version, stored. */
export async function formForRound(ctx: Ctx, code: string): Promise<{ formId: FormId; form: PreparedForm }> {
  await installForms(ctx)
  const row = (await listFormRows(ctx.db, ctx.tenantId)).find((one) => one.definition.code === code)
  if (row === undefined) throw new AppError('not_found', { reason: 'form' })
  return { formId: row.formId, form: prepareForm(row.definition) }
}

import { describe, expect } from 'vitest'
import { scaleForm } from '#domain/forms/scale-form.ts'
import { routeTest as test } from '#test/support/route-test.ts'

describe('forms', () => {
  test('the ready-made ones are there before anything is stored', async ({ scene }) => {
    const list = await scene.as.mai.get('/api/forms')
    expect([list.status, list.json]).toEqual([
      200,
      [
        {
          code: 'quy-mo',
          version: 1,
          title: scaleForm.title,
          guide: scaleForm.guide,
          levels: ['preschool', 'primary', 'lower_secondary'],
          cells: 60,
        },
      ],
    ])
    expect((await scene.as.mai.get('/api/forms/quy-mo')).json).toEqual(scaleForm)
    expect(await scene.db.selectFrom('form').select('id').execute()).toEqual([])
  })

  test('a form that a tenant changed goes before the ready-made one, another tenant’s does not', async ({
    scene,
  }) => {
    const own = { ...scaleForm, version: 2, title: { vi: 'Quy mô của thành phố', en: 'City' } }
    const row = {
      id: scene.world.units.city as never,
      code: 'quy-mo',
      form_version: 2,
      title: own.title.vi,
      definition: JSON.stringify(own),
      created_at: new Date(0),
    }
    await scene.db
      .insertInto('form')
      .values({ tenant_id: scene.world.tenantId, ...row })
      .execute()
    expect((await scene.as.mai.get('/api/forms/quy-mo')).json.version).toBe(2)
    expect((await scene.as.la.get('/api/forms/quy-mo')).json.version).toBe(1)
  })

  test('are refused to nobody, and an unknown one is not found', async ({ scene }) => {
    expect((await scene.as.nobody.get('/api/forms')).json.code).toBe('not_signed_in')
    expect((await scene.as.nobody.get('/api/forms/quy-mo')).json.code).toBe('not_signed_in')
    const unknown = await scene.as.mai.get('/api/forms/la')
    expect([unknown.status, unknown.json.code]).toEqual([404, 'not_found'])
  })
})

// long because: one entry per act on units; their shapes are used by each other.
import { z } from 'zod'
import type { EventId, UnitId } from '#domain/basics/ids.ts'
import { ownerships, schoolLevels, unitEventKinds, unitKinds } from '#domain/units/unit.ts'
import { audience } from './audience.ts'
import { endpoint } from './endpoint.ts'
import { id, instant, localDate, optionalText, text, version, versionOrNone } from './values.ts'

const rank = z.union([z.literal(1), z.literal(2), z.literal(3)])

export const unitFacts = z.object({
  code: text(40),
  kind: z.enum(unitKinds),
  tier: z.string().max(40).nullable(),
  officialName: text(300),
  shortName: text(150),
  otherNames: z.array(text(300)).max(30),
  parentId: id<UnitId>().nullable(),
  levels: z.array(z.enum(schoolLevels)).max(5),
  ownership: z.enum(ownerships).nullable(),
  rank: rank.nullable(),
  place: optionalText(200),
})

const stateSpan = { unitId: id<UnitId>(), validFrom: localDate, validTo: localDate.nullable() }
export const unitRow = z.object({
  ...stateSpan,
  ...unitFacts.shape,
  place: z.string().nullable(),
  path: z.string(),
  children: z.int(),
})
export type UnitRow = z.output<typeof unitRow>

const day = { on: localDate }
/** A new unit has no id yet: it is named by a key of the caller's, by which later events of the same list refer to it. */
const unitRef = z.union([id<UnitId>(), z.string().regex(/^new:[\w-]{1,40}$/)])
const factsGiven = unitFacts.extend({ parentId: unitRef.nullable() })
const receiver = z.object({ unit: unitRef, as: factsGiven.optional() })
const movesGiven = z
  .array(z.object({ unit: unitRef, parentId: unitRef.nullable() }))
  .max(5000)
  .optional()

export const unitEventGiven = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), ...day, unit: unitRef, as: factsGiven }),
  z.object({
    kind: z.literal('rename'),
    ...day,
    unit: unitRef,
    officialName: text(300),
    shortName: text(150),
    otherNames: z.array(text(300)).max(30).optional(),
  }),
  z.object({ kind: z.literal('move'), ...day, unit: unitRef, parentId: unitRef.nullable() }),
  z.object({
    kind: z.literal('merge'),
    ...day,
    units: z.array(unitRef).min(1).max(200),
    into: receiver,
    moves: movesGiven,
  }),
  z.object({
    kind: z.literal('split'),
    ...day,
    unit: unitRef,
    into: z.array(receiver).min(2).max(50),
    moves: movesGiven,
  }),
  z.object({ kind: z.literal('dissolve'), ...day, unit: unitRef, moves: movesGiven }),
  z.object({
    kind: z.literal('alter'),
    ...day,
    unit: unitRef,
    changes: unitFacts.omit({ officialName: true, shortName: true, parentId: true }).partial(),
  }),
])
export type UnitEventGiven = z.output<typeof unitEventGiven>

export const legalBasis = z.object({
  number: optionalText(100),
  date: localDate.nullable(),
  issuer: optionalText(300),
  title: optionalText(500),
})

export const storyEvent = z.object({
  eventId: id<EventId>(),
  kind: z.enum(unitEventKinds),
  on: localDate,
  basis: z.object({
    number: z.string().nullable(),
    date: localDate.nullable(),
    issuer: z.string().nullable(),
    title: z.string().nullable(),
  }),
  note: z.string().nullable(),
  recordedByName: z.string(),
  recordedAt: instant,
  parts: z.array(
    z.object({ unitId: id<UnitId>(), name: z.string(), role: z.enum(['subject', 'from', 'into']) }),
  ),
})

export const tier = z.object({
  code: text(40),
  nameVi: text(100),
  nameEn: text(100),
  rank: z.int().min(1).max(20),
  validFrom: localDate,
  validTo: localDate.nullable(),
})

export const contact = z.object({
  address: optionalText(300),
  phone: optionalText(60),
  email: optionalText(200),
  website: optionalText(200),
  sites: z.array(z.object({ name: text(200), address: optionalText(300), main: z.boolean() })).max(50),
})

/** As answered: what is read in has been tidied already, and a transform cannot be written out. */
export const contactView = z.object({
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  sites: z.array(z.object({ name: z.string(), address: z.string().nullable(), main: z.boolean() })),
  version: z.int(),
})

export const signer = z.object({
  authority: z.array(text(150)).min(1).max(4),
  name: text(100),
  title: z.string().trim().max(150),
  validFrom: localDate,
  validTo: localDate.nullable(),
})
export const issuerProfile = z.object({
  printedName: text(300),
  superior: optionalText(300),
  place: text(100),
  symbolSuffix: text(40),
  signers: z.array(signer).max(50),
  recipients: z.array(text(300)).max(100),
})

export const issuerView = issuerProfile.extend({
  superior: z.string().nullable(),
  version: z.int(),
})

const supervision = z.object({
  supervisorId: id<UnitId>(),
  supervisorName: z.string(),
  validFrom: localDate,
  validTo: localDate.nullable(),
  note: z.string().nullable(),
})
const unitParams = z.object({ unitId: id<UnitId>() })
const asOf = { asOf: localDate.optional() }

export const unitsContract = {
  listUnits: endpoint({
    method: 'GET',
    path: '/api/units',
    summary:
      'The units under one unit as they were on a day: its children, or everything below that fits the filter.',
    query: z.object({
      ...asOf,
      under: id<UnitId>().optional(),
      reach: z.enum(['children', 'all']).default('children'),
      kind: z.enum(unitKinds).optional(),
      level: z.enum(schoolLevels).optional(),
      ownership: z.enum(ownerships).optional(),
      search: z.string().max(100).optional(),
      after: z.coerce.number().int().min(0).default(0),
    }),
    reply: z.object({ rows: z.array(unitRow), next: z.int().nullable(), total: z.int() }),
  }),
  getUnit: endpoint({
    method: 'GET',
    path: '/api/units/:unitId',
    summary: 'One unit as of a day: what it is, where it hangs, its contacts, and its story.',
    params: unitParams,
    query: z.object(asOf),
    reply: z.object({
      unit: unitRow,
      living: z.boolean(),
      version,
      above: z.array(z.object({ unitId: id<UnitId>(), code: z.string(), name: z.string() })),
      supervisions: z.array(supervision),
      contact: contactView,
      issuer: issuerView.nullable(),
      story: z.array(storyEvent),
      before: z.array(z.object({ unitId: id<UnitId>(), name: z.string(), on: localDate })),
      after: z.array(z.object({ unitId: id<UnitId>(), name: z.string(), on: localDate })),
    }),
  }),
  findUnitByCode: endpoint({
    method: 'GET',
    path: '/api/unit-codes/:code',
    summary: 'The unit that bears a code on a day.',
    params: z.object({ code: z.string().max(40) }),
    query: z.object(asOf),
    reply: unitRow,
  }),
  recordEvents: endpoint({
    method: 'POST',
    path: '/api/unit-events',
    summary:
      'Records one event, or a reorganisation of several in order: all or none. With dryRun it only says what would change.',
    body: z.object({
      events: z.array(unitEventGiven).min(1).max(5000),
      basis: legalBasis,
      note: optionalText(2000),
      dryRun: z.boolean().default(false),
    }),
    reply: z.object({
      eventIds: z.array(id<EventId>()),
      newUnits: z.record(z.string(), id<UnitId>()),
      opened: z.int(),
      ended: z.array(z.object({ unitId: id<UnitId>(), name: z.string() })),
    }),
  }),
  changeContact: endpoint({
    method: 'PUT',
    path: '/api/units/:unitId/contact',
    summary: 'Contacts and sites.',
    params: unitParams,
    body: contact.extend({ version: versionOrNone }),
    reply: contactView,
  }),
  changeIssuer: endpoint({
    method: 'PUT',
    path: '/api/units/:unitId/issuer',
    summary:
      'How the unit signs documents: printed name, superior, place, number suffix, signers, usual recipients.',
    params: unitParams,
    body: issuerProfile.extend({ version: versionOrNone }),
    reply: issuerView,
  }),
  setSupervisor: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/supervision',
    summary: 'Who guides the unit professionally from a day on; what was before ends that day.',
    params: unitParams,
    body: z.object({ supervisorId: id<UnitId>().nullable(), from: localDate, note: optionalText(500) }),
    reply: z.array(supervision),
  }),
  listTiers: endpoint({
    method: 'GET',
    path: '/api/tiers',
    summary: 'The tiers of the authorities, with the days they are valid.',
    reply: z.array(tier),
  }),
  changeTiers: endpoint({
    method: 'PUT',
    path: '/api/tiers',
    summary: 'Sets the tiers.',
    body: z.object({ tiers: z.array(tier).min(1).max(20) }),
    reply: z.array(tier),
  }),
  resolveAudience: endpoint({
    method: 'POST',
    path: '/api/audiences/resolve',
    summary: 'What an audience says in words, and the units it means on a day.',
    body: z.object({ audience, ...asOf }),
    reply: z.object({
      words: z.string(),
      total: z.int(),
      units: z.array(
        z.object({
          unitId: id<UnitId>(),
          code: z.string(),
          name: z.string(),
          parentName: z.string().nullable(),
        }),
      ),
    }),
  }),
  matchNames: endpoint({
    method: 'POST',
    path: '/api/units/match',
    summary: 'What units written names may mean, with scores.',
    body: z.object({ under: id<UnitId>(), names: z.array(text(300)).min(1).max(500) }),
    reply: z.array(
      z.object({
        name: z.string(),
        candidates: z.array(
          z.object({
            unitId: id<UnitId>().nullable(),
            audience: audience.nullable(),
            label: z.string(),
            score: z.number(),
            why: z.string(),
          }),
        ),
      }),
    ),
  }),
}

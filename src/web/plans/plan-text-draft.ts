// The words of a plan as they stand in the fields: lists are typed one a line.
import { linesOf, type PlanText, type TextSection } from '#domain/plans/plan-text.ts'

export type TextDraft = {
  bases: string
  sections: readonly TextSection[]
  recipients: string
  signs: 'usual' | 'own'
  authority: string
  name: string
}

export function draftOf(
  text: PlanText,
  usual: { authority: readonly string[]; name: string | null },
): TextDraft {
  const signature = text.signature ?? usual
  return {
    bases: text.bases.join('\n'),
    sections: text.sections,
    recipients: text.recipients.join('\n'),
    signs: text.signature === null ? 'usual' : 'own',
    authority: signature.authority.join('\n'),
    name: signature.name ?? '',
  }
}

export function textOf(draft: TextDraft): PlanText {
  const name = draft.name.trim()
  return {
    bases: linesOf(draft.bases).map((line) => line.replace(/[;.]+$/u, '')),
    sections: [...draft.sections],
    recipients: linesOf(draft.recipients).map((line) => line.replace(/^[-–]\s*/u, '').replace(/[;.]+$/u, '')),
    signature:
      draft.signs === 'usual'
        ? null
        : { authority: linesOf(draft.authority), name: name === '' ? null : name },
  }
}

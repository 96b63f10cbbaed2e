// The 29 types of administrative document (Decree 30/2020/NĐ-CP, Article 7) with the abbreviations of its
// Annex III, in force since 05/03/2020.

export type DocumentType =
  | 'resolution'
  | 'decision'
  | 'directive'
  | 'regulation'
  | 'rule'
  | 'communique'
  | 'notice'
  | 'guideline'
  | 'programme'
  | 'plan'
  | 'option_plan'
  | 'scheme'
  | 'project'
  | 'report'
  | 'minutes'
  | 'proposal'
  | 'contract'
  | 'letter'
  | 'telegram'
  | 'memorandum'
  | 'agreement'
  | 'authorisation'
  | 'invitation'
  | 'introduction'
  | 'leave_permit'
  | 'sending_slip'
  | 'forwarding_slip'
  | 'notification_slip'
  | 'official_note'

export type DocumentTypeEntry = {
  /** As it stands in a sentence: "Kế hoạch". */
  name: string
  /** Annex III; null where the decree gives none: a công văn is numbered by issuer and drafting unit alone. */
  abbreviation: string | null
}

export const documentTypes: Readonly<Record<DocumentType, DocumentTypeEntry>> = {
  resolution: { name: 'Nghị quyết', abbreviation: 'NQ' },
  decision: { name: 'Quyết định', abbreviation: 'QĐ' },
  directive: { name: 'Chỉ thị', abbreviation: 'CT' },
  regulation: { name: 'Quy chế', abbreviation: 'QC' },
  rule: { name: 'Quy định', abbreviation: 'QyĐ' },
  communique: { name: 'Thông cáo', abbreviation: 'TC' },
  notice: { name: 'Thông báo', abbreviation: 'TB' },
  guideline: { name: 'Hướng dẫn', abbreviation: 'HD' },
  programme: { name: 'Chương trình', abbreviation: 'CTr' },
  plan: { name: 'Kế hoạch', abbreviation: 'KH' },
  option_plan: { name: 'Phương án', abbreviation: 'PA' },
  scheme: { name: 'Đề án', abbreviation: 'ĐA' },
  project: { name: 'Dự án', abbreviation: 'DA' },
  report: { name: 'Báo cáo', abbreviation: 'BC' },
  minutes: { name: 'Biên bản', abbreviation: 'BB' },
  proposal: { name: 'Tờ trình', abbreviation: 'TTr' },
  contract: { name: 'Hợp đồng', abbreviation: 'HĐ' },
  letter: { name: 'Công văn', abbreviation: null },
  telegram: { name: 'Công điện', abbreviation: 'CĐ' },
  memorandum: { name: 'Bản ghi nhớ', abbreviation: 'BGN' },
  agreement: { name: 'Bản thỏa thuận', abbreviation: 'BTT' },
  authorisation: { name: 'Giấy ủy quyền', abbreviation: 'GUQ' },
  invitation: { name: 'Giấy mời', abbreviation: 'GM' },
  introduction: { name: 'Giấy giới thiệu', abbreviation: 'GGT' },
  leave_permit: { name: 'Giấy nghỉ phép', abbreviation: 'GNP' },
  sending_slip: { name: 'Phiếu gửi', abbreviation: 'PG' },
  forwarding_slip: { name: 'Phiếu chuyển', abbreviation: 'PC' },
  notification_slip: { name: 'Phiếu báo', abbreviation: 'PB' },
  official_note: { name: 'Thư công', abbreviation: null },
}

/**
 * The symbol after the number: `KH-UBND` for a plan of an issuer whose suffix is `UBND`; a công văn has the
 * suffix alone (`UBND-VX`: issuer, then drafting unit or field). Decree 30/2020/NĐ-CP, Annex I, part II.3.
 */
export function symbolFor(type: DocumentType, suffix: string): string {
  const { abbreviation } = documentTypes[type]
  return abbreviation === null ? suffix : `${abbreviation}-${suffix}`
}

/** The type whose abbreviation opens a symbol (`KH-UBND` → plan); null where none does, as in `UBND-VX`. */
export function typeOfSymbol(symbol: string): DocumentType | null {
  const first = symbol.normalize('NFC').split('-', 1)[0]?.trim()
  for (const [type, entry] of Object.entries(documentTypes)) {
    // Object.entries widens the keys of a closed record to string.
    if (entry.abbreviation !== null && entry.abbreviation === first) return type as DocumentType
  }
  return null
}

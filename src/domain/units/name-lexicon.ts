// How units are abbreviated in writing. Keys and values are folded words; "và", "&" and hyphens are dropped on both
// sides, so that 'gd dt' stands for GD&ĐT, GD-ĐT and "GD và ĐT". Source: regulations of the trade and the documents of
// the first users.

export const abbreviations: Readonly<Record<string, string>> = {
  ubnd: 'uy ban nhan dan',
  hdnd: 'hoi dong nhan dan',
  vp: 'van phong',
  bcd: 'ban chi dao',
  bql: 'ban quan ly',
  bqlda: 'ban quan ly du an',
  'ban qlda': 'ban quan ly du an',
  qlda: 'quan ly du an',
  bgh: 'ban giam hieu',
  'gd dt': 'giao duc dao tao',
  gddt: 'giao duc dao tao',
  pgd: 'phong giao duc dao tao',
  pgddt: 'phong giao duc dao tao',
  'pgd dt': 'phong giao duc dao tao',
  sgddt: 'so giao duc dao tao',
  'sgd dt': 'so giao duc dao tao',
  'tc kh': 'tai chinh ke hoach',
  tckh: 'tai chinh ke hoach',
  'kh tc': 'tai chinh ke hoach',
  khtc: 'tai chinh ke hoach',
  'ke hoach tai chinh': 'tai chinh ke hoach',
  'kh dt': 'ke hoach dau tu',
  khdt: 'ke hoach dau tu',
  qldt: 'quan ly do thi',
  'tn mt': 'tai nguyen moi truong',
  tnmt: 'tai nguyen moi truong',
  'nn mt': 'nong nghiep moi truong',
  nnmt: 'nong nghiep moi truong',
  'nn ptnt': 'nong nghiep phat trien nong thon',
  nnptnt: 'nong nghiep phat trien nong thon',
  ldtbxh: 'lao dong thuong binh xa hoi',
  'ld tbxh': 'lao dong thuong binh xa hoi',
  'ld tb xh': 'lao dong thuong binh xa hoi',
  'ldtb xh': 'lao dong thuong binh xa hoi',
  'vh tt': 'van hoa thong tin',
  vhtt: 'van hoa thong tin',
  'vh xh': 'van hoa xa hoi',
  vhxh: 'van hoa xa hoi',
  'vh tt tt': 'van hoa thong tin the thao',
  'vhtt tt': 'van hoa thong tin the thao',
  vhtttt: 'van hoa thong tin the thao',
  vhttdl: 'van hoa the thao du lich',
  'vhtt dl': 'van hoa the thao du lich',
  'vh tt dl': 'van hoa the thao du lich',
  'kh cn': 'khoa hoc cong nghe',
  khcn: 'khoa hoc cong nghe',
  'tt tt': 'thong tin truyen thong',
  gtvt: 'giao thong van tai',
  'kt ht': 'kinh te ha tang',
  ktht: 'kinh te ha tang',
  'phong nv': 'phong noi vu',
  'phong kt': 'phong kinh te',
  'phong yt': 'phong y te',
  'phong tc': 'phong tai chinh',
  'phong gd': 'phong giao duc dao tao',
  'so gd': 'so giao duc dao tao',
  ttyt: 'trung tam y te',
  tthtcd: 'trung tam hoc tap cong dong',
  ttgdtx: 'trung tam giao duc thuong xuyen',
  'ttgdnn gdtx': 'trung tam giao duc nghe nghiep giao duc thuong xuyen',
  gdnn: 'giao duc nghe nghiep',
  gdmn: 'giao duc mam non',
  gdpt: 'giao duc pho thong',
  csgd: 'co so giao duc',
  mttq: 'mat tran to quoc',
  ubmttq: 'uy ban mat tran to quoc',
  'ub mttq': 'uy ban mat tran to quoc',
  'mttq viet nam': 'mat tran to quoc viet nam',
  ldld: 'lien doan lao dong',
  bhxh: 'bao hiem xa hoi',
  'td kt': 'thi dua khen thuong',
  tdkt: 'thi dua khen thuong',
  pcgd: 'pho cap giao duc',
  xmc: 'xoa mu chu',
  cqg: 'chuan quoc gia',
  tp: 'thanh pho',
  tx: 'thi xa',
  mn: 'mam non',
  mg: 'mau giao',
  mntt: 'mam non tu thuc',
  th: 'tieu hoc',
  thcs: 'trung hoc co so',
  thpt: 'trung hoc pho thong',
  gdtx: 'giao duc thuong xuyen',
  ptdtbt: 'pho thong dan toc ban tru',
  ptdtnt: 'pho thong dan toc noi tru',
}

/** What a first word alone stands for. */
export const firstAbbreviations: Readonly<Record<string, string>> = { p: 'phong', ca: 'cong an', tt: 'trung tam', hd: 'hoi dong', bv: 'benh vien', so: 'so' }

/** School levels in words. Each becomes one word, so that "TH Nam Hà" and "THCS Nam Hà" share no part of it. */
export const levelWords: Readonly<Record<string, 'preschool' | 'primary' | 'lower_secondary' | 'upper_secondary' | 'continuing'>> = {
  'mam non': 'preschool',
  'mau giao': 'preschool',
  'nha tre': 'preschool',
  'tieu hoc': 'primary',
  'trung hoc co so': 'lower_secondary',
  'trung hoc pho thong': 'upper_secondary',
  'giao duc thuong xuyen': 'continuing',
}

/** Words for the tier of an authority, folded. */
export const tierWords: readonly string[] = ['thanh pho', 'thi tran', 'thi xa', 'dac khu', 'tinh', 'quan', 'huyen', 'phuong', 'xa']

/** First words that tell kinds of units apart: "Sở Nội vụ" is not "Phòng Nội vụ". */
export const headWords: readonly string[] = ['phong', 'so', 'ban', 'trung tam', 'truong', 'cong an', 'uy ban', 'hoi dong', 'van phong', 'khoi', 'doan', 'hoi', 'bo', 'chi cuc', 'cum', 'nhom', 'lop']

/** Words before a name that mean who stands for the unit: "Trưởng khối …", "Thường trực Hội đồng …", "Lãnh đạo …". */
export const bearers: readonly string[] = ['thuong truc', 'lanh dao', 'hieu truong', 'chu tich', 'giam doc', 'thu truong', 'truong']

/** Words of the names of committees, wards and schools that are not their proper name. */
export const genericNameWords: readonly string[] = ['uy', 'ban', 'nhan', 'dan', 'hoi', 'dong', 'tinh', 'quan', 'huyen', 'phuong', 'xa', 'thi', 'tran', 'pho', 'truong', 'tu', 'thuc', 'lap', 'cong', 'ngoai', 'lop', 'nhom', 'tre', 'doc', 'thong', 'toc', 'noi', 'tru', 'chuyen', 'lien', 'cap', 'co', 'so']

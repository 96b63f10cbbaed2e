import { useState } from 'react'
import { localDate } from '#domain/basics/dates.ts'
import { Button, IconButton, LinkButton } from './button.tsx'
import { Checkbox, CheckboxList, RadioList, Segments } from './choice-list.tsx'
import { ComboBox } from './combo-box.tsx'
import { DateInput, DayChoice } from './date-input.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { FileDrop } from './file-drop.tsx'
import { Shelf } from './gallery-parts.tsx'
import { NumberInput } from './number-input.tsx'
import { Select } from './select.tsx'
import { PasswordInput, SearchInput, TextArea, TextInput } from './text-input.tsx'
import { readTypedDate, typedDate, typedNumber } from './typed.ts'

const today = localDate('2025-01-20')

const levels = [
  { value: 'preschool', text: 'Mầm non' },
  { value: 'primary', text: 'Tiểu học' },
  { value: 'lower_secondary', text: 'Trung học cơ sở', hint: 'Gồm cả trường nhiều cấp học' },
] as const

const units = [
  { value: '1', text: 'Trường Mầm non Văn Đẩu', detail: 'KA-MN-VD · phường Văn Đẩu' },
  { value: '2', text: 'Trường Tiểu học Đằng Lâm', detail: 'HA-TH-DL · phường Đằng Lâm' },
  { value: '3', text: 'Trường THCS Lê Lợi', detail: 'HA-THCS-LL' },
  { value: '4', text: 'UBND phường Nam Hải', detail: 'HA-NH' },
]

export function ButtonShelf() {
  return (
    <Shelf name="Button, LinkButton, IconButton">
      <div className="row">
        <Button kind="primary">Gửi báo cáo</Button>
        <Button icon="download">Xuất Excel</Button>
        <Button kind="quiet" icon="edit">
          Trả lại để sửa
        </Button>
        <Button kind="danger">Giải thể đơn vị</Button>
        <LinkButton href="#x" iconAfter="outside">
          Mở Nghị định 30
        </LinkButton>
      </div>
      <div className="row">
        <Button kind="primary" busy>
          Đang gửi báo cáo
        </Button>
        <Button disabled>Chưa đủ quyền</Button>
        <Button kind="primary" size="small" icon="check">
          Phê duyệt
        </Button>
        <Button size="small">Đôn đốc</Button>
        <IconButton icon="more" label="Việc khác" />
        <IconButton icon="bell" label="Thông báo" />
        <IconButton icon="print" label="In" size="small" />
        <IconButton icon="lock" label="Khóa" disabled />
      </div>
    </Shelf>
  )
}

export function InputShelf() {
  const [text, setText] = useState('Ễnh ương, Ự ậ, Nguyễn Thị Tuyết')
  const [area, setArea] = useState(
    'Đã tổ chức chuyên đề cấp quận; 14/14 trường tham gia.\nMinh chứng: kế hoạch, ảnh.',
  )
  const [password, setPassword] = useState('mật khẩu')
  const [search, setSearch] = useState('hoa hong')
  const [count, setCount] = useState(typedNumber(12246))
  const [share, setShare] = useState(typedNumber(85.7))
  const [day, setDay] = useState(typedDate(localDate('2024-09-05')))
  const [asOf, setAsOf] = useState(today)
  const [level, setLevel] = useState<(typeof levels)[number]['value'] | null>(null)
  const [unit, setUnit] = useState<string | null>('1')
  return (
    <Shelf name="Field and its inputs">
      <div className="gallery-columns">
        <Field label="Họ và tên" hint="Như trong quyết định phân công">
          <TextInput value={text} onChange={setText} />
        </Field>
        <Field label="Tên đăng nhập" name="userName" error="Tên đăng nhập đã có người dùng.">
          <TextInput value="hung" onChange={() => undefined} plain />
        </Field>
        <Field label="Số điện thoại" optional>
          <TextInput value="" onChange={() => undefined} type="tel" placeholder="0912 345 678" />
        </Field>
        <Field label="Mật khẩu">
          <PasswordInput value={password} onChange={setPassword} />
        </Field>
        <Field label="Số học sinh" hint="Toàn trường, ngày 05/09">
          <NumberInput value={count} onChange={setCount} unit="học sinh" />
        </Field>
        <Field label="Tỷ lệ huy động">
          <NumberInput value={share} onChange={setShare} unit="%" />
        </Field>
        <Field label="Ngày ký">
          <DateInput value={day} onChange={setDay} today={today} />
        </Field>
        <Field label="Hạn nộp" name="dueOn" error="Ngày này sau ngày kết thúc năm học 31/07/2025.">
          <DateInput value={readTypedDate('31/02/2025')} onChange={() => undefined} today={today} />
        </Field>
        <Field label="Xem cây đơn vị tại ngày">
          <DayChoice value={asOf} onChange={setAsOf} today={today} />
        </Field>
        <Field label="Cấp học">
          <Select choices={levels} value={level} onChange={setLevel} placeholder="Chọn cấp học" />
        </Field>
        <Field label="Đơn vị chủ trì" hint="Gõ không dấu cũng được">
          <ComboBox choices={units} value={unit} onChange={setUnit} />
        </Field>
        <Field label="Tìm trong danh sách">
          <SearchInput value={search} onChange={setSearch} />
        </Field>
        <Field label="Kết quả thực hiện">
          <TextArea value={area} onChange={setArea} />
        </Field>
        <Field label="Không sửa được">
          <TextInput value="Phòng Giáo dục và Đào tạo quận Hải An" onChange={() => undefined} disabled />
        </Field>
      </div>
    </Shelf>
  )
}

export function ChoiceShelf() {
  const [chosen, setChosen] = useState<readonly string[]>(['preschool'])
  const [one, setOne] = useState<string | null>('primary')
  const [on, setOn] = useState(true)
  const [view, setView] = useState<'table' | 'calendar' | 'gantt'>('table')
  return (
    <Shelf name="CheckboxList, RadioList, Checkbox, Segments">
      <div className="gallery-columns">
        <CheckboxList legend="Cấp học áp dụng" choices={levels} value={chosen} onChange={setChosen} />
        <RadioList legend="Kỳ báo cáo" hint="Chọn một" choices={levels} value={one} onChange={setOne} />
        <CheckboxList
          legend="Loại hình"
          choices={levels.slice(0, 2)}
          value={[]}
          onChange={() => undefined}
          error="Chọn ít nhất một loại hình."
        />
        <div className="stack">
          <Checkbox checked={on} onChange={setOn}>
            Nhắc qua thư điện tử
          </Checkbox>
          <Checkbox checked={false} partly onChange={() => undefined}>
            Chọn 3 trong 14 trường
          </Checkbox>
          <Segments
            label="Cách xem"
            choices={[
              { value: 'table', text: 'Bảng', icon: 'figures' },
              { value: 'calendar', text: 'Lịch', icon: 'calendar' },
              { value: 'gantt', text: 'Gantt' },
            ]}
            value={view}
            onChange={setView}
          />
        </div>
      </div>
    </Shelf>
  )
}

export function FileShelf() {
  const accept = ['.docx', '.pdf', '.txt']
  return (
    <Shelf name="FileDrop, ErrorSummary">
      <ErrorSummary
        errors={[
          { name: 'userName', message: 'Tên đăng nhập đã có người dùng.' },
          { name: 'dueOn', message: 'Hạn nộp phải là ngày có thật.' },
          { message: 'Chưa chọn đơn vị chủ trì.' },
        ]}
      />
      <div className="gallery-columns">
        <FileDrop
          label="Văn bản kế hoạch"
          accept={accept}
          mostMegabytes={25}
          state={{ kind: 'empty' }}
          onFile={() => undefined}
        />
        <FileDrop
          label="Đang gửi"
          accept={accept}
          mostMegabytes={25}
          state={{ kind: 'sending', name: 'Kế hoạch năm học 2024-2025.docx', share: 0.42 }}
          onFile={() => undefined}
        />
        <FileDrop
          label="Đã nhận"
          accept={accept}
          mostMegabytes={25}
          state={{
            kind: 'received',
            name: 'Kế hoạch năm học 2024-2025 (bản ký).docx',
            detail: '41 nhiệm vụ',
          }}
          onFile={() => undefined}
          onRemove={() => undefined}
        />
        <FileDrop
          label="Bị từ chối"
          accept={accept}
          mostMegabytes={25}
          state={{
            kind: 'refused',
            name: 'x.docm',
            message: 'Tệp có macro. Hãy lưu lại dưới dạng .docx rồi gửi lại.',
          }}
          onFile={() => undefined}
        />
      </div>
    </Shelf>
  )
}

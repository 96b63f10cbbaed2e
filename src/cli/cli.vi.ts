// Texts of the command line. Vietnamese is the source of the keys; every message is printed in both languages.
export const vi = {
  help: (
    version: string,
  ) => `Năm Học ${version}: năm học của một địa phương, từ kế hoạch đã ký đến báo cáo đã ký

Cách dùng: namhoc LỆNH [TÙY CHỌN]

  start              chạy chương trình; lần đầu, trang đầu tiên lập cơ quan và quản trị viên
  demo               chạy với dữ liệu mẫu, in địa chỉ và các tài khoản mẫu
  read TỆP           đọc một văn bản (DOCX, PDF, TXT), in kết quả dạng JSON (--json)
  check TỆP          kiểm tra số liệu trong một văn bản (--json, --explain)
  backup TỆP         sao lưu dữ liệu và tệp đính kèm
  restore TỆP        khôi phục từ bản sao lưu
  user reset TÊN     cấp lại đường dẫn đặt mật khẩu cho một quản trị viên

Tùy chọn chung
  --port SỐ          cổng (hoặc biến môi trường PORT), mặc định 4600
  --host ĐỊA_CHỈ     địa chỉ lắng nghe (HOST), mặc định 127.0.0.1
  --data THƯ_MỤC     nơi giữ dữ liệu (DATA_DIR), mặc định data
  --files THƯ_MỤC    nơi giữ tệp đính kèm (FILES_DIR), mặc định files trong thư mục dữ liệu
  --help, --version
DATABASE_URL chuyển dữ liệu sang máy chủ PostgreSQL.
Mã kết thúc: 0 tốt, 1 không làm được, 2 dùng sai lệnh hoặc cài đặt sai.`,
  unknownCommand: (name: string) => `Không có lệnh “${name}”. Xem: namhoc --help`,
  wrongOption: (reason: string) => `Tùy chọn không đúng: ${reason}`,
  wrongSettings: 'Cài đặt không đúng:',
  listening: (address: string) => `Năm Học đang chạy tại ${address}`,
  stopHint: 'Nhấn Ctrl+C để dừng.',
  stopping: 'Đang dừng…',
  directoryInUse: (pid: number) =>
    `Thư mục dữ liệu đang được tiến trình ${pid} dùng. Hãy dừng nó, hoặc chọn thư mục khác bằng --data.`,
  portTaken: (port: number) =>
    `Cổng ${port} đã có chương trình khác dùng. Hãy chọn cổng khác: --port ${port + 1}, hoặc biến môi trường PORT.`,
  portNotAllowed: (port: number) =>
    `Không được phép dùng cổng ${port}. Hãy chọn cổng từ 1024 trở lên: --port 4600, hoặc biến môi trường PORT.`,
  databaseUnreachable: (message: string) => `Không kết nối được tới cơ sở dữ liệu (DATABASE_URL): ${message}`,
  filesNotWritable: (path: string) =>
    `Không ghi được vào thư mục tệp ${path}. Hãy cấp quyền, hoặc chọn thư mục khác bằng --files.`,
  failed: (message: string) => `Không khởi động được: ${message}`,
  language: 'vi' as 'vi' | 'en',
  demoMade: 'Đã lập dữ liệu mẫu.',
  demoThere: 'Dữ liệu mẫu đã có sẵn.',
  demoPassword: (password: string) => `Tài khoản mẫu, mật khẩu chung “${password}”:`,
  fileNeeded: (command: string) => `Hãy nêu tên tệp: namhoc ${command} TỆP`,
  backedUp: (file: string, rows: number, files: number) =>
    `Đã sao lưu ${rows} dòng dữ liệu và ${files} tệp vào ${file}`,
  restored: (rows: number, files: number) => `Đã khôi phục ${rows} dòng dữ liệu và ${files} tệp.`,
  cannotRestore: {
    not_a_backup: 'Tệp này không phải bản sao lưu của Năm Học. Chưa có gì thay đổi.',
    incomplete: 'Bản sao lưu bị thiếu phần cuối (tệp chưa chép xong?). Chưa có gì thay đổi.',
    newer_than_program: 'Bản sao lưu được tạo bởi phiên bản mới hơn. Hãy nâng cấp Năm Học rồi khôi phục lại.',
    not_empty: 'Nơi khôi phục đã có dữ liệu. Hãy khôi phục vào thư mục dữ liệu hoặc cơ sở dữ liệu trống.',
    file_damaged: 'Một tệp trong bản sao lưu bị hỏng. Chưa có gì thay đổi.',
  },
  fileNotReadable: (file: string) => `Không đọc được tệp ${file}.`,
  administrators: 'Người quản trị:',
  noAdministrator: 'Chưa có người quản trị. Chạy namhoc start và mở trang đầu tiên.',
  unknownUser: (name: string) =>
    `Không có tài khoản đang hoạt động tên “${name}”. Xem danh sách: namhoc user`,
  linkIssued: (name: string, until: string) =>
    `Đường dẫn trên để ${name} đặt mật khẩu; dùng một lần, đến ${until}.`,
  serverSilent: 'Chương trình đang chạy nhưng không trả lời. Hãy dừng nó rồi thử lại.',
}

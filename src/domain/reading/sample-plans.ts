// long because: five whole documents.
// Plans of our own in other layouts than those of the first users, for the tests of this folder: of a commune since July
// 2025, of a province's department inside a decision, of a district's
// department, of a school, and one without a heading for its targets.

export const communePlan = `ỦY BAN NHÂN DÂN
XÃ TÂN LẬP
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 85/KH-UBND
Tân Lập, ngày 12 tháng 9 năm 2025

KẾ HOẠCH
Thực hiện nhiệm vụ năm học 2025-2026 trên địa bàn xã Tân Lập

Căn cứ Luật Giáo dục ngày 14/6/2019;
Căn cứ Nghị định số 142/2025/NĐ-CP ngày 12 tháng 6 năm 2025 của Chính phủ quy định về phân định thẩm quyền;
Theo đề nghị của Trưởng phòng Văn hóa - Xã hội, Ủy ban nhân dân xã ban hành Kế hoạch thực hiện nhiệm vụ năm học 2025-2026 như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Cụ thể hóa nhiệm vụ năm học của thành phố cho sát với địa phương.
2. Yêu cầu
Các đơn vị phối hợp chặt chẽ, 100% nhiệm vụ có người phụ trách.

II. MỤC TIÊU
1. Mục tiêu chung
Tiếp tục nâng cao chất lượng giáo dục toàn diện, giữ vững kết quả phổ cập.
2. Chỉ tiêu cụ thể
2.1. Giáo dục mầm non
- Huy động trẻ nhà trẻ ra lớp đạt 42%, trẻ mẫu giáo đạt 99,2%, riêng trẻ 5 tuổi đạt 100%.
- Tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân dưới 3%; thể thấp còi dưới 3,5%.
- 100% trường, nhóm lớp bảo đảm an toàn tuyệt đối cho trẻ.
- Có thêm ít nhất 01 trường đạt chuẩn quốc gia mức độ 1.
2.2. Giáo dục tiểu học
- Tuyển sinh 1.438 học sinh vào lớp 1, đạt 100% kế hoạch.
- Tỷ lệ học sinh hoàn thành chương trình lớp học đạt từ 99,5% trở lên; học sinh hoàn thành chương trình tiểu học đạt 100%.
- 100% học sinh lớp 3, 4, 5 học Tin học và Ngoại ngữ 1.
- Tỷ lệ học sinh bỏ học: 0%.
2.3. Giáo dục trung học cơ sở
- Tỷ lệ tốt nghiệp THCS đạt 98,5%; tỷ lệ lưu ban giảm còn dưới 0,5%.
- Phấn đấu có từ 15 đến 20 giải học sinh giỏi cấp thành phố, trong đó có 02 giải Nhất.
- Kết quả thi vào lớp 10 xếp thứ 10/114 xã, phường trở lên.
- Phấn đấu đến tháng 6/2026, trường THCS Tân Lập được công nhận đạt chuẩn quốc gia mức độ 2.
2.4. Cơ sở vật chất
- Xây mới 12 phòng học, sửa chữa 08 phòng học với tổng kinh phí 15,6 tỷ đồng, trong đó ngân sách xã 5,6 tỷ đồng.
- Mỗi trường tổ chức ít nhất 02 buổi ngoại khóa mỗi học kỳ.

III. NHIỆM VỤ TRỌNG TÂM
1. Nâng cao chất lượng giáo dục
- Thực hiện đổi mới phương pháp dạy học.
- Các trường xây dựng kế hoạch giáo dục trước ngày 15/9/2025.
2. Xây dựng đội ngũ
Bố trí đủ giáo viên theo định mức.

IV. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
- Là cơ quan thường trực, tham mưu Ủy ban nhân dân xã triển khai Kế hoạch; tổng hợp báo cáo trước ngày 15 hằng tháng.
- Chủ trì, phối hợp với Phòng Kinh tế và các trường học rà soát cơ sở vật chất.
2. Phòng Kinh tế
Phối hợp với Phòng Văn hóa - Xã hội cân đối ngân sách chi cho giáo dục.
3. Trung tâm Phục vụ hành chính công: tiếp nhận và trả kết quả thủ tục hành chính lĩnh vực giáo dục.
4. Công an xã, Trạm Y tế
a) Bảo đảm an ninh, trật tự trường học.
b) Phối hợp với các trường kiểm tra vệ sinh an toàn thực phẩm.
5. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội
Tuyên truyền, vận động Nhân dân cho trẻ ra lớp đúng độ tuổi.
6. Các trường mầm non, tiểu học, trung học cơ sở
- Xây dựng kế hoạch năm học của đơn vị.
- Thực hiện công khai theo quy định.
Trên đây là Kế hoạch thực hiện nhiệm vụ năm học 2025-2026, yêu cầu các đơn vị nghiêm túc thực hiện./.

Nơi nhận:
- Sở GD&ĐT;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn B
`

export const planInDecision = `UBND TỈNH BÌNH AN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ GIÁO DỤC VÀ ĐÀO TẠO            Độc lập - Tự do - Hạnh phúc
Số: 412/QĐ-SGDĐT            Bình An, ngày 28 tháng 8 năm 2025

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch công tác năm học 2025-2026

GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO
Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;
Căn cứ Quyết định số 2045/QĐ-BGDĐT ngày 01/8/2025 của Bộ Giáo dục và Đào tạo về khung kế hoạch thời gian năm học;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch công tác năm học 2025-2026.
Điều 2. Quyết định có hiệu lực kể từ ngày ký.

KẾ HOẠCH
Công tác năm học 2025-2026
(Kèm theo Quyết định số 412/QĐ-SGDĐT ngày 28 tháng 8 năm 2025 của Giám đốc Sở Giáo dục và Đào tạo)

A. NHIỆM VỤ VÀ CHỈ TIÊU
I. GIÁO DỤC MẦM NON
1. Chỉ tiêu
- Toàn tỉnh có 215 trường (192 công lập, 23 tư thục) với 2.950 nhóm, lớp và 78.400 trẻ.
- Tỷ lệ huy động: nhà trẻ 38,5%; mẫu giáo 97%; trẻ 5 tuổi 99,9%.
- 85% trường có bếp ăn một chiều; 60% trở lên số trường ứng dụng phần mềm dinh dưỡng.
2. Nhiệm vụ
a) Tổ chức nuôi dưỡng, chăm sóc trẻ
Cơ quan chủ trì: Phòng Giáo dục Mầm non.
Cơ quan phối hợp: Sở Y tế; UBND các xã, phường.
Thời gian thực hiện: Tháng 9/2025 - tháng 5/2026.
b) Hội thi giáo viên dạy giỏi cấp tỉnh
Cơ quan chủ trì: Phòng Giáo dục Mầm non, Phòng Tổ chức cán bộ.
Cơ quan phối hợp: Công đoàn ngành.
Thời gian thực hiện: Quý I/2026.
II. GIÁO DỤC PHỔ THÔNG
1. Chỉ tiêu
1.1. Tiểu học: tỷ lệ hoàn thành chương trình tiểu học đạt 99,8%.
1.2. Trung học: tỷ lệ tốt nghiệp THCS đạt ít nhất 99%; tỷ lệ đỗ tốt nghiệp THPT trên 98%, đứng trong nhóm 15 tỉnh dẫn đầu cả nước.
1.3. Duy trì 100% xã, phường đạt chuẩn phổ cập giáo dục tiểu học mức độ 3.
2. Giải pháp
- Đổi mới sinh hoạt chuyên môn, mỗi tháng ít nhất 02 lần.

B. TỔ CHỨC THỰC HIỆN
1. Giao Văn phòng Sở chủ trì, phối hợp với các phòng chuyên môn theo dõi, đôn đốc việc thực hiện Kế hoạch; báo cáo Giám đốc Sở trước ngày 25 hằng tháng.
2. Các phòng chuyên môn thuộc Sở căn cứ nhiệm vụ được giao xây dựng kế hoạch cụ thể.
3. Ủy ban nhân dân các xã, phường chỉ đạo các trường trực thuộc thực hiện Kế hoạch này.
4. Thủ trưởng các đơn vị trực thuộc chịu trách nhiệm trước Giám đốc Sở về kết quả thực hiện.
Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng Sở để được hướng dẫn./.
Nơi nhận:
- Như Điều 2;
GIÁM ĐỐC

Trần Thị C
`

export const districtPlan = `UBND HUYỆN LONG SƠN
PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
Số: 101/KH-PGDĐT
Long Sơn, ngày 05 tháng 9 năm 2023
KẾ HOẠCH
Công tác giáo dục năm học 2023 - 2024
Thực hiện Quyết định số 2171/QĐ-BGDĐT ngày 28/7/2023 của Bộ Giáo dục và Đào tạo, Phòng Giáo dục và Đào tạo xây dựng kế hoạch như sau:
Phần thứ nhất
ĐÁNH GIÁ KẾT QUẢ NĂM HỌC 2022 - 2023
1. Quy mô: 45 trường, 1.020 lớp, 31.438 học sinh.
2. Chất lượng: tốt nghiệp THCS 99,2%.
Phần thứ hai
PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM HỌC 2023 - 2024
I. Các chỉ tiêu chủ yếu
1. Phát triển quy mô
Tổng số trường: 45; trong đó: mầm non 18, tiểu học 15, THCS 12.
Kế hoạch số lớp, số học sinh:
+ Nhà trẻ: 120 nhóm, 2.700 trẻ, tỷ lệ huy động 36,5% dân số độ tuổi.
+ Mẫu giáo: 310 lớp, 9.150 trẻ (97,8%).
+ Tiểu học: 420 lớp, 14.200 học sinh, đạt 100% trẻ 6 tuổi vào lớp 1.
+ Trung học cơ sở: 260 lớp, 10.300 học sinh.
2. Chất lượng giáo dục
* Mầm non: 98% trẻ ăn bán trú; tỷ lệ suy dinh dưỡng giảm từ 0,5-1% so với đầu năm học.
* Tiểu học:
- Hoàn thành tốt: 35%, hoàn thành: 64,2%, chưa hoàn thành: không quá 0,8%.
- Học sinh được khen thưởng: 45% trở lên.
* Trung học cơ sở:
- Học lực: Giỏi 12%; Khá 38%; Trung bình 46%; Yếu dưới 4%, không có học sinh kém.
- Hạnh kiểm: Tốt, Khá đạt trên 97%.
- Xếp loại thi học sinh giỏi cấp tỉnh: đứng thứ 3 toàn tỉnh.
3. Đội ngũ
- 100% CBQL, GV, NV thực hiện tốt quy chế chuyên môn; 85% giáo viên đạt chuẩn trình độ đào tạo theo Luật Giáo dục 2019.
- Tỷ lệ giáo viên/lớp: tiểu học 1,45; THCS 1,9.
- Kết nạp 25 đảng viên mới.
4. Xây dựng trường chuẩn quốc gia
- Công nhận mới 02 trường: TH Kim Đồng, THCS Lê Lợi đạt mức độ 1; công nhận lại trường MN Hoa Mai mức độ 2.
- Nâng tổng số trường đạt chuẩn quốc gia lên 30/45 trường, tỷ lệ 66,7%.
5. Công tác kiểm tra
- Kiểm tra chuyên ngành 12 đơn vị, mỗi đơn vị 01 lần/năm.
- Giải quyết 100% đơn thư khiếu nại, tố cáo đúng hạn.
II. Nhiệm vụ trọng tâm
1. Công tác quản lý
Các trường thực hiện nghiêm túc chương trình.
III. Tổ chức thực hiện
1. Phòng Giáo dục và Đào tạo:
- Bộ phận chuyên môn: xây dựng kế hoạch chi tiết từng tháng.
- Bộ phận Tổ chức cán bộ: tham mưu điều động, luân chuyển giáo viên trước 20/8/2023.
2. Các trường trực thuộc
2.1. Hiệu trưởng cụ thể hóa kế hoạch này thành kế hoạch của trường, trình Phòng phê duyệt trước ngày 15/9/2023.
2.2. Báo cáo kết quả theo định kỳ hằng tháng, học kỳ.
3. Đề nghị UBND các xã, thị trấn quan tâm đầu tư cơ sở vật chất cho các nhà trường; phối hợp với các trường làm tốt công tác huy động học sinh ra lớp.
Nơi nhận:
- UBND huyện (để b/c);
TRƯỞNG PHÒNG
`

export const schoolPlan = `PHÒNG GD&ĐT QUẬN A
TRƯỜNG TIỂU HỌC HOA SEN
Số: 25/KH-THHS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quận A, ngày 10 tháng 9 năm 2024
KẾ HOẠCH GIÁO DỤC NHÀ TRƯỜNG
NĂM HỌC 2024-2025
Căn cứ Thông tư số 28/2020/TT-BGDĐT ngày 04/9/2020 của Bộ Giáo dục và Đào tạo ban hành Điều lệ trường tiểu học;
A. ĐẶC ĐIỂM TÌNH HÌNH
1. Quy mô: nhà trường có 25 lớp với 980 học sinh, tỷ lệ 39,2 học sinh/lớp.
2. Đội ngũ: 45 cán bộ, giáo viên, nhân viên; đạt chuẩn 97,8%.
B. MỤC TIÊU, CHỈ TIÊU
I. Mục tiêu chung
Xây dựng nhà trường xanh, sạch, đẹp, an toàn.
II. Chỉ tiêu phấn đấu
1. Đối với học sinh
1.1. Về phẩm chất: Tốt: 85%; Đạt: 15%; Cần cố gắng: 0.
1.2. Về năng lực: Tốt 80%, Đạt 20%.
1.3. Lên lớp thẳng: 99%; hoàn thành chương trình tiểu học: 205/205 em đạt 100%.
1.4. Học sinh giỏi cấp quận: 12 em trở lên.
2. Đối với giáo viên
2.1. 100% giáo viên thực hiện nghiêm túc quy chế chuyên môn, mỗi giáo viên có ít nhất 01 tiết dạy ứng dụng công nghệ thông tin/tháng.
2.2. Giáo viên dạy giỏi cấp trường: 30/38 đồng chí; cấp quận: 05 đồng chí.
3. Danh hiệu thi đua
- Trường: Tập thể Lao động xuất sắc.
- Công đoàn vững mạnh, Liên đội mạnh cấp thành phố.
C. TỔ CHỨC THỰC HIỆN
1. Hiệu trưởng
- Chỉ đạo, điều hành chung.
2. Phó Hiệu trưởng
- Phụ trách chuyên môn.
3. Tổ trưởng chuyên môn
- Xây dựng kế hoạch của tổ.
4. Giáo viên chủ nhiệm
- Phối hợp với cha mẹ học sinh giáo dục học sinh.
5. Đoàn Thanh niên, Đội TNTP Hồ Chí Minh
- Tổ chức các hoạt động ngoài giờ.
Nơi nhận:
- Phòng GD&ĐT;
HIỆU TRƯỞNG
`

export const planWithoutTargets = `ỦY BAN NHÂN DÂN XÃ B
KẾ HOẠCH
Phát triển giáo dục năm học 2025-2026
I. KẾT QUẢ NĂM HỌC 2024-2025
- Huy động trẻ mẫu giáo đạt 95%.
II. NHIỆM VỤ TRỌNG TÂM NĂM HỌC 2025-2026
1. Phát triển quy mô
- Phấn đấu huy động 40% trẻ nhà trẻ và 98% trẻ mẫu giáo ra lớp.
- Tiếp tục rà soát mạng lưới trường lớp.
2. Chất lượng
- Nâng tỷ lệ học sinh tốt nghiệp THCS lên 99%; giữ vững 100% trường đạt chuẩn quốc gia.
- Bồi dưỡng giáo viên theo chương trình 40 tiết.
III. TỔ CHỨC THỰC HIỆN
Phòng Văn hóa - Xã hội chủ trì, phối hợp với các trường triển khai thực hiện.
Các trường học trên địa bàn xây dựng kế hoạch cụ thể.
`

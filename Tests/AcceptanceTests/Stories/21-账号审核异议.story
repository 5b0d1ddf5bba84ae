# 三个人各用各的账号：委员填报，召集人核实，办公室审核、答复异议。谁也办不了别人的事。
$ lvzhi init --committee 政协样例县委员会 --term 11 --from 2021-12-20 --to 2026-12-31 --sector 教育界 --sector 经济界
| 已新建登记库 履职.lvzhi：政协样例县委员会，第 11 届（2021-12-20 至 2026-12-31）。
| 下一步：用 lvzhi import 导入委员名册，或用 lvzhi member add 添加委员。
$ lvzhi member add 0001 王建国 --sector 教育界
| 已添加委员 0001 王建国。（撤销：lvzhi undo 2）
$ lvzhi member add 0002 李梅 --sector 教育界
| 已添加委员 0002 李梅。（撤销：lvzhi undo 3）
$ lvzhi member add 0003 赵强 --sector 经济界
| 已添加委员 0003 赵强。（撤销：lvzhi undo 4）
$ lvzhi member add 0004 陈静 --sector 教育界
| 已添加委员 0004 陈静。（撤销：lvzhi undo 5）
$ lvzhi rulebook adopt "$SCHEMAS/rulebooks/sample-county/2024.yaml"
| 已采用“示范县政协委员履职量化考核办法（样例）”，从 2024 年度起。（撤销：lvzhi undo 6）
$ lvzhi sector convener 教育界 王建国 --from 2024-01-01
| 王建国 从 2024-01-01 起为教育界的召集人。（撤销：lvzhi undo 7）

# 登记库的持有者开设账号。召集人不另开账号：身份由任职决定。
$ lvzhi account add 王建国
| 已开设账号“王建国”（委员）。（撤销：lvzhi undo 8）
| 今天是教育界的召集人，可以登记界别活动、核实本界别委员的填报。
$ lvzhi account add 李梅
| 已开设账号“李梅”（委员）。（撤销：lvzhi undo 9）
$ lvzhi account add 赵强
| 已开设账号“赵强”（委员）。（撤销：lvzhi undo 10）
$ lvzhi account add 小刘 --role 办公室
| 已开设账号“小刘”（办公室）。（撤销：lvzhi undo 11）
$ lvzhi account add 刘主席 --role 主席会议
| 已开设账号“刘主席”（主席会议）。（撤销：lvzhi undo 12）
$ lvzhi account list --format csv
| 账号,身份,今天,委员编号,委员,机构,起,止
| 王建国,委员,委员、召集人,0001,王建国,教育界,…,
| 李梅,委员,委员,0002,李梅,,…,
| 赵强,委员,委员,0003,赵强,,…,
| 小刘,办公室,办公室,,,,…,
| 刘主席,主席会议,主席会议,,,,…,
$ lvzhi account add 李梅
! 错误：账号“李梅”已经有了。
! 办法：换一个名称；同名的人可以加上编号或界别。
? 5
$ lvzhi account add 外人 --role 委员
! 错误：没有委员“外人”。
! 办法：用 lvzhi member list 查找姓名或委员编号。
? 1

# 委员李梅填报一件公益活动；看得到它还没有计分，通过后会加多少。
$ lvzhi claim add 公益活动 助学捐赠 --date 2024-09-01 --from 乡村小学 --as 李梅
| 已填报公益活动“助学捐赠”。（撤销：lvzhi undo 13）
| 待审核，通过后才计分；进展见 lvzhi claim list。
$ lvzhi claim list --format csv --as 李梅
| 记录号,日期,种类,名称,委员,填报,状态,等谁,天数,退回原因
| …,2024-09-01,公益活动,助学捐赠,李梅,李梅,待审,召集人 王建国,0,
$ lvzhi score explain 李梅 S401 --year 2024 --format csv --as 李梅
| 李梅（0002）2024 年度 S401 公益活动
| 项目,内容
| 依据,样例第七条（一）
| 计算,0
| 上限,6
| 得分,0
| 
| 这一项没有计分的记录
| 日期,种类,名称,角色,情况,没有计分的原因
| 2024-09-01,公益活动,助学捐赠,承办,,待审，未计分；通过后总分加 3 分
| 
| 离下一等次
| 项目,内容
| 总分,0
| 等次,不称职
| 等次说明,由界别召集人约谈，提出改进意见
| 下一等次,距“称职”还差 30 分
| 基本要求,还差：三个一（出席一次全体会议 应有 1，已有 0；提案 应有 1，已有 0 或 社情民意 应有 1，已有 0；调研视察、监督评议 应有 1，已有 0 或 界别活动 应有 1，已有 0）
! 提示：“助学捐赠”（待审）还没有审核通过，未计分。
$ lvzhi report ranking --year 2024 --as 李梅
! 错误：李梅 没有权限：查看排名。
! 办法：现在的身份是委员；各种身份能办什么见 lvzhi account permissions。
? 4

# 别人的，答得和没有这个人、没有这条记录一样。
$ lvzhi member show 赵强 --as 李梅
! 错误：没有委员“赵强”。
! 办法：用 lvzhi member list 查找姓名或委员编号。
? 1
$ lvzhi member show 查无此人 --as 李梅
! 错误：没有委员“查无此人”。
! 办法：用 lvzhi member list 查找姓名或委员编号。
? 1
$ lvzhi report profile 赵强 --year 2024 --as 李梅
! 错误：没有委员“赵强”。
! 办法：用 lvzhi member list 查找姓名或委员编号。
? 1
$ lvzhi member list --format csv --as 李梅
| 委员编号,姓名,性别,界别,任职,党派,工作单位及职务,任职起,任职止
| 0002,李梅,,教育界,委员,,,2021-12-20,

# 召集人王建国在手机上登记界别活动，核实本界别委员的填报；别的界别不归他管。
$ lvzhi activity add --title 走访乡村学校 --date 2024-05-12 --all --except 陈静 --as 王建国
| 已登记教育界活动“走访乡村学校”（2024-05-12）：出席 2 人、无故缺席 1 人。（撤销：lvzhi undo 14）
| 待审核，通过后才计分；进展见 lvzhi claim list。
$ lvzhi activity add --sector 经济界 --title 走访企业 --date 2024-05-12 --all --as 王建国
! 错误：王建国 没有权限：登记界别活动。
! 办法：只能办自己的，或自己召集的界别的；有误请用 lvzhi objection add 提出，或找办公室。
? 4
$ lvzhi review list --mine --format csv --as 王建国
| 记录号,日期,种类,名称,委员,填报,状态,等谁,天数,退回原因
| …,2024-09-01,公益活动,助学捐赠,李梅,李梅,待审,召集人 王建国,0,
$ lvzhi review approve 助学捐赠 --as 王建国
| 已核实 1 条，等办公室审核。（撤销：lvzhi undo 15）
$ lvzhi review approve 走访乡村学校 --as 王建国
! 错误：“走访乡村学校”是自己填报的，或自己有份，不能自己审核。
!   …  2024-05-12  界别活动  走访乡村学校
! 办法：请由别人审核。
? 4
$ lvzhi report sector --year 2024 --format csv --as 王建国
| 2024 年度界别履职情况
| 界别,人数,总分合计,人均,算式,尚无记录,活动,计划,已完成,未完成
| 教育界,3,,,,3,0,0,0,0
| 
| 尚无履职记录的委员
| 界别,委员编号,姓名,工作单位及职务
| 教育界,0001,王建国,
| 教育界,0002,李梅,
| 教育界,0004,陈静,
$ lvzhi report profile 李梅 --year 2024 --as 王建国
! 错误：没有委员“李梅”。
! 办法：用 lvzhi member list 查找姓名或委员编号。
? 1

# 办公室小刘退回一件，说明原因；委员改正后再提交，这次先要召集人核实。
$ lvzhi review list --format csv --as 小刘
| 记录号,日期,种类,名称,委员,填报,状态,等谁,天数,退回原因
| …,2024-09-01,公益活动,助学捐赠,李梅,李梅,待审,办公室,0,
| …,2024-05-12,界别活动,走访乡村学校,王建国、李梅、陈静,王建国,待审,办公室,0,
$ lvzhi review return 助学捐赠 --reason 没有捐赠收据 --as 小刘
| 已退回 1 条：没有捐赠收据。（撤销：lvzhi undo 16）
$ lvzhi claim list --format csv --as 李梅
| 记录号,日期,种类,名称,委员,填报,状态,等谁,天数,退回原因
| …,2024-09-01,公益活动,助学捐赠,李梅,李梅,退回,填报人,0,没有捐赠收据
| …,2024-05-12,界别活动,走访乡村学校,李梅,王建国,待审,办公室,0,
$ lvzhi claim edit 助学捐赠 --evidence 捐赠收据.jpg --submit --as 李梅
| 已修改“助学捐赠”。（撤销：lvzhi undo 17）
| 已提交 1 条，待审核。（撤销：lvzhi undo 18）
$ lvzhi review approve 助学捐赠 走访乡村学校 --as 小刘
! 错误：“助学捐赠”还没有经过界别召集人核实。
!   …  2024-09-01  公益活动  助学捐赠
! 办法：请先由王建国核实；要直接审核，请加 --direct。
? 5
$ lvzhi review approve 助学捐赠 --as 王建国
| 已核实 1 条，等办公室审核。（撤销：lvzhi undo 19）
$ lvzhi review approve 助学捐赠 走访乡村学校 --as 小刘
| 已通过 2 条，从此计分。（撤销：lvzhi undo 20）
$ lvzhi review show 助学捐赠 --as 李梅
| 助学捐赠
| 
| 项目      内容
| --------  ----------------
| 记录号    …
| 种类      公益活动
| 日期      2024-09-01
| 委员      李梅
| 填报      李梅
| 状态      通过
| 佐证材料  捐赠收据.jpg
| 
| 审核经过
| 
| 时间                 经办人  办理        说明
| -------------------  ------  ----------  ------------
| …  李梅    提交
| …  王建国  召集人核实
| …  小刘    退回        没有捐赠收据
| …  李梅    提交
| …  王建国  召集人核实
| …  小刘    通过
$ lvzhi score explain 李梅 S401 --year 2024 --format csv --as 李梅
| 李梅（0002）2024 年度 S401 公益活动
| 项目,内容
| 依据,样例第七条（一）
| 计算,3
| 上限,6
| 得分,3
| 
| 计分记录
| 指标,日期,种类,名称,角色,情况,分值,计入,未全计的原因
| S401 公益活动,2024-09-01,公益活动,助学捐赠,承办,,3,3,
| 
| 离下一等次
| 项目,内容
| 总分,7
| 等次,不称职
| 等次说明,由界别召集人约谈，提出改进意见
| 下一等次,距“称职”还差 23 分
| 基本要求,还差：三个一（出席一次全体会议 应有 1，已有 0；提案 应有 1，已有 0 或 社情民意 应有 1，已有 0）

# 已经通过的，委员自己一改就要重新审核；不计分，直到再通过。
$ lvzhi claim edit 助学捐赠 --note 共三次 --as 李梅
| 已修改“助学捐赠”。（撤销：lvzhi undo 21）
| 待审核，通过后才计分；进展见 lvzhi claim list。
$ lvzhi review approve 助学捐赠 --direct --as 小刘
| 已通过 1 条，从此计分。（撤销：lvzhi undo 22）
$ lvzhi claim delete 助学捐赠 --yes --as 李梅
! 错误：这条记录已经审核通过，李梅 不能删除它。
! 办法：有误请用 lvzhi objection add 提出，或找办公室。
? 4

# 李梅提出漏登一次；陈静没有账号，她的异议由办公室代提。先更正，再答复。
$ lvzhi objection add 漏 --text 6月18日家访我参加了 --evidence 合影.jpg --year 2024 --as 李梅
| 已提出第 1 号异议，… 前答复。（撤销：lvzhi undo 23）
$ lvzhi objection add 错 --record 走访乡村学校 --text 我到了，签到表上有 --person 陈静 --as 小刘
| 已提出第 2 号异议，… 前答复。（撤销：lvzhi undo 24）
$ lvzhi objection add 错 --record 走访乡村学校 --text 没有我 --as 赵强
! 错误：没有记录“走访乡村学校”。
! 办法：请写记录号、编号或完整的名称；用 event list、proposal list 等命令查找。
? 1
$ lvzhi objection list --open --format csv --as 李梅
| 异议号,年度,委员,类别,所指,内容,提出,期限,天数,办理,答复
| 1,2024,李梅,漏,,6月18日家访我参加了,…,…,0,待答复,
$ lvzhi attend mark 走访乡村学校 陈静 --as 小刘
| “走访乡村学校”：出席 3 人。（撤销：lvzhi undo 25）
$ lvzhi objection answer 2 成立 --reason 签到表漏抄，已更正 --change 25 --record 走访乡村学校 --as 小刘
| 已答复第 2 号异议：成立。（撤销：lvzhi undo 26）
$ lvzhi objection answer 1 不成立 --reason 当天没有这次活动 --as 小刘
| 已答复第 1 号异议：不成立。（撤销：lvzhi undo 27）
$ lvzhi objection answer 1 成立 --reason 再想想 --as 小刘
! 错误：第 1 号异议已经答复或撤回。
! 办法：还有意见，请另提一件。
? 5
$ lvzhi objection show 1 --as 李梅
| 第 1 号异议
| 
| 项目      内容
| --------  -------------------------
| 委员      李梅（0002）
| 年度      2024
| 类别      漏
| 内容      6月18日家访我参加了
| 佐证材料  合影.jpg
| 提出      …，李梅
| 期限      …
| 办理      不成立
| 理由      当天没有这次活动
| 答复      …，小刘
$ lvzhi objection show 2 --as 李梅
! 错误：没有第 2 号异议。
! 办法：用 lvzhi objection list 查看。
? 1

# 换了召集人，权限跟着走；停用的账号什么也办不了。
$ lvzhi sector convener 教育界 陈静 --from 2026-01-01
| 陈静 从 2026-01-01 起为教育界的召集人。（撤销：lvzhi undo 28）
$ lvzhi review list --mine --as 王建国
| 记录号  日期  种类  名称  委员  填报  状态  等谁  天数  退回原因
| ------  ----  ----  ----  ----  ----  ----  ----  ----  --------
| （没有内容）
$ lvzhi activity add --sector 教育界 --title 座谈 --date 2024-06-12 --all --as 王建国
! 错误：王建国 没有权限：登记界别活动。
! 办法：现在的身份是委员；各种身份能办什么见 lvzhi account permissions。
? 4
$ lvzhi account close 赵强
| 账号“赵强”到 … 为止。（撤销：lvzhi undo 29）
$ lvzhi record list --as 赵强
! 错误：没有账号“赵强”，或已经停用。
! 办法：请核对 --as 或 LVZHI_AS；账号由管理员用 lvzhi account add 开设。
? 4
$ lvzhi record list --as 没有的账号
! 错误：没有账号“没有的账号”，或已经停用。
! 办法：请核对 --as 或 LVZHI_AS；账号由管理员用 lvzhi account add 开设。
? 4

# 主席会议看得到全部，不改记录；日志写明是谁、什么身份、从哪里办的。
$ lvzhi member add 0009 某人 --sector 教育界 --as 刘主席
! 错误：刘主席 没有权限：增加委员。
! 办法：现在的身份是主席会议；各种身份能办什么见 lvzhi account permissions。
? 4
$ lvzhi log --record 助学捐赠 --format csv --as 刘主席
| 操作号,时间,经办人,身份,来源,操作,内容,改动,备注
| 22,…,小刘,办公室,lvzhi,审核通过,公益活动《助学捐赠》,2,
| 21,…,李梅,委员,lvzhi,修改记录,公益活动《助学捐赠》,2,
| 20,…,小刘,办公室,lvzhi,审核通过,公益活动《助学捐赠》、界别活动《走访乡村学校》,4,
| 19,…,王建国,委员、召集人,lvzhi,召集人核实,公益活动《助学捐赠》,1,
| 18,…,李梅,委员,lvzhi,提交审核,公益活动《助学捐赠》,2,
| 17,…,李梅,委员,lvzhi,修改记录,公益活动《助学捐赠》,1,
| 16,…,小刘,办公室,lvzhi,审核退回,公益活动《助学捐赠》,2,
| 15,…,王建国,委员、召集人,lvzhi,召集人核实,公益活动《助学捐赠》,1,
| 13,…,李梅,委员,lvzhi,增加记录,公益活动《助学捐赠》,2,
$ lvzhi log --format csv --as 李梅
| 操作号,时间,经办人,身份,来源,操作,内容,改动,备注
| 23,…,李梅,委员,lvzhi,提出异议,第 1 号异议（漏）：李梅,1,
| 21,…,李梅,委员,lvzhi,修改记录,公益活动《助学捐赠》,2,
| 18,…,李梅,委员,lvzhi,提交审核,公益活动《助学捐赠》,2,
| 17,…,李梅,委员,lvzhi,修改记录,公益活动《助学捐赠》,1,
| 13,…,李梅,委员,lvzhi,增加记录,公益活动《助学捐赠》,2,

# 自己办的可以自己撤销，别人的不行。
$ lvzhi undo 15 --as 李梅
! 错误：没有第 15 号操作。
! 办法：用 lvzhi log 查看操作号。
? 1
$ lvzhi claim add 公益活动 敬老 --date 2024-10-01 --as 李梅
| 已填报公益活动“敬老”。（撤销：lvzhi undo 30）
| 待审核，通过后才计分；进展见 lvzhi claim list。
$ lvzhi undo --as 李梅
| 已撤销第 30 号操作（增加记录：公益活动《敬老》），恢复 2 处。（撤销：lvzhi undo 31）
$ lvzhi undo 17 --as 李梅
! 错误：第 17 号操作写入的内容后来有 1 处又改过或被引用，没有撤销。
!   《助学捐赠》（第 22 号操作又改过，小刘）
! 办法：请先撤销后来的操作，或加 --spare 只撤销其余的。
? 5

# 导出再载入，逐字节相同。
$ lvzhi export -o 甲.jsonl
! 已写入 甲.jsonl
$ lvzhi init --store 乙.lvzhi --committee 空 --term 11 --from 2021-12-20
| 已新建登记库 乙.lvzhi：空，第 11 届（2021-12-20 至 2026-12-19）。
| 下一步：用 lvzhi import 导入委员名册，或用 lvzhi member add 添加委员。
$ lvzhi import 甲.jsonl --store 乙.lvzhi
| 已载入存档：委员 4 人，履职记录 2 条。
$ lvzhi export -o 乙.jsonl --store 乙.lvzhi && cmp 甲.jsonl 乙.jsonl && echo 相同
| 相同
! 已写入 乙.jsonl
$ lvzhi check
$ lvzhi check --store 乙.lvzhi

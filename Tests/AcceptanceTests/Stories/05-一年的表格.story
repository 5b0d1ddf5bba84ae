# 办公室把一年的表格一次导入，采用样例考核办法，看排名和一位委员的档案。
$ sample-county --seed 2024 --output 表格
$ lvzhi init --committee 政协示范县委员会 --term 11 --from 2022-01-10 --to 2026-12-31
| 已新建登记库 履职.lvzhi：政协示范县委员会，第 11 届（2022-01-10 至 2026-12-31）。
| 下一步：用 lvzhi import 导入委员名册，或用 lvzhi member add 添加委员。
$ lvzhi import 表格/*
| 文件                           工作表              内容                新增  变更  相同  待定  退回  略过
| -----------------------------  ------------------  ------------------  ----  ----  ----  ----  ----  ----
| 01委员名册.xlsx                委员名册            委员名册             246     0     0     0     0     5
| …
| 
| 共 … 行：…待定 0、退回 0、略过 …
| 已导入第 1 批：机构新增 …，委员新增 250，任职新增 …，计划项目新增 60，履职记录新增 …。（撤销：lvzhi import undo 1）
# 第二次导入同样的文件：没有新内容。
$ lvzhi import 表格/* | tail -1
| 没有新内容：登记库里都已经有了。
$ lvzhi import list
| 批次  …
| …
# 没有采用考核办法，先说清楚。
$ lvzhi report ranking --year 2024
! 错误：没有为 2024 年或更早的年度采用考核办法。
! 办法：用 lvzhi rulebook adopt 采用一份考核办法，或用 --year 换一个年度。
? 1
$ lvzhi rulebook check "$SCHEMAS/rulebooks/sample-county/2024.yaml"
$ lvzhi rulebook test "$SCHEMAS/rulebooks/sample-county/2024.yaml"
| … 个算例全部相符。
$ lvzhi rulebook adopt "$SCHEMAS/rulebooks/sample-county/2024.yaml"
| 已采用“示范县政协委员履职量化考核办法（样例）”，从 2024 年度起。（撤销：lvzhi undo 3）
$ lvzhi report ranking --year 2024 --top 10
| 2024 年度履职排名（示范县政协委员履职量化考核办法（样例））
| 
| 名次  委员编号  姓名…总分  等次  基本要求
| ----  …
|    1  SF11…
| …
| 
| 共 250 人，列出 … 人；同分同名次。
$ lvzhi score show SF11232 --year 2024
| 薛家正 2024 年度履职档案
| 
| 项目            内容
| --------------  ------------------------------------------------------------
| 委员编号        SF11232
| 姓名            薛家正
| 界别            少数民族和宗教界
| 任职            常委
| 工作单位及职务  县伊斯兰教协会秘书长
| 考核办法        示范县政协委员履职量化考核办法（样例）（sample-county/2024）
| 总分            …
| 等次            …
| 基本要求        全部达到
| 
| 得分明细
| 
| 编号  指标 …说明
| …
| 
| 合计 … 分，等次：…
| …
$ lvzhi score explain SF11232 S301 --year 2024
| 薛家正（SF11232）2024 年度 S301 界别活动
| 
| 项目  内容
| ----  --------------------
| 依据  样例第六条（一）
| 计算  16
| 上限  12
| 减去  减 4：已达上限 12 分
| 得分  12
| 
| 计分记录
| 
| 指标 …日期 …种类 …名称 …角色 …情况  分值  计入  未全计的原因
| -------------  …
| S301 界别活动  2024-04-22  界别活动  …
| S301 界别活动  2024-08-23  界别活动  …
| S301 界别活动  2024-09-20  界别活动  …
| S301 界别活动  2024-10-24  界别活动  …  已达上限 12 分
$ lvzhi score explain SF11232 S301 --year 2024 --format json
| {
|   "indicator": "S301",
|   "name": "界别活动",
|   "article": "样例第六条（一）",
|   "groups": [
|     "S3"
|   ],
|   "raw": {
|     "points": "16",
|     "exact": "16"
|   },
|   "cap": {
|     "points": "12",
|     "exact": "12"
|   },
|   "amount": {
|     "points": "12",
|     "exact": "12"
|   },
|   "losses": [
|     {
|       "amount": {
|         "points": "4",
|         "exact": "4"
|       },
|       "reason": "已达上限 12 分"
|     }
|   ],
|   "notes": [],
|   "assumption": "",
|   "records": [
| …
| }
# 分组和基本要求也能问，不只是指标；没有得分的记录说出原因。
$ lvzhi score explain SF11101 三个一 --year 2024
| 顾峰正（SF11101）2024 年度 三个一
| 
| 项目      内容
| --------  ----------------
| 依据      样例第十条
| 结果      未达到
| 未达到时  等次最高为“称职”
| 
| 基本要求
| 
| 要求    条件                            应有  已有  还差  结果
| ------  ------------------------------  ----  ----  ----  ------
| 三个一  出席一次全体会议                   1     1        达到
| 三个一  提交一件提案或反映一条社情民意                    未达到
| 三个一  　或 提案                          1     0     1  未达到
| 三个一  　或 社情民意                      1     0     1  未达到
| 三个一  参加一次调研视察或界别活动                        达到
| 三个一  　或 调研视察、监督评议            1     4        达到
| 三个一  　或 界别活动                      1     3        达到
| 
| “三个一”未达到，等次最高为“称职”。
$ lvzhi score explain SF11101 活动履职 --year 2024 | head -9
| 顾峰正（SF11101）2024 年度 S3 活动履职
| 
| 项目  内容
| ----  --------------------
| 依据  样例第六条
| 合计  29
| 上限  25
| 减去  减 4：已达上限 25 分
| 得分  25
$ lvzhi score explain SF11018 S101 --year 2024
| 侯浩成（SF11018）2024 年度 S101 全体会议
| 
| 项目  内容
| ----  ----------------
| 依据  样例第四条（一）
| 计算  0
| 上限  15
| 得分  0
| 
| 这一项没有计分的记录
| 
| 日期        种类      名称                                角色  情况        没有计分的原因
| ----------  --------  ----------------------------------  ----  ----------  --------------
| 2024-01-16  全体会议  政协示范县第十一届委员会第三次会议  参加  请假(批准)  请假(批准)
$ lvzhi score show SF11101 --year 2024 | grep 下一等次
| 下一等次        得分已够“良好”，要达到“三个一”
$ lvzhi score explain SF11232 S999 --year 2024 2>&1 | tail -1
| 办法：请写上列的编号或名称。
$ lvzhi report sector 教育界 --year 2024
| 2024 年度界别履职情况
| 
| 界别    人数  总分合计   人均      算式  尚无记录  活动  计划  已完成  未完成
| ------  ----  --------  -----  --------  --------  ----  ----  ------  ------
| 教育界  …
| …
| 名次  委员编号  姓名    界别    任职  总分  等次    基本要求
| …
| 共 17 人；同分同名次。
$ lvzhi report profile SF11232 --year 2024
| …
| 小计
| …
| 基本要求
| …
| 计分记录
| …
# 每个报告都能写成工作簿、CSV、JSON。
$ lvzhi report profile SF11232 --year 2024 -o 档案.xlsx && lvzhi report ranking --year 2024 -o 排名.csv && lvzhi report sector --year 2024 -o 界别.json
! 已写入 档案.xlsx
! 已写入 排名.csv
! 已写入 界别.json
$ head -c 2 档案.xlsx
| PK
$ lvzhi report ranking --year 2024 -o 排名.doc
! 错误：从“排名.doc”的扩展名看不出格式。
! 办法：请用 .xlsx、.csv、.json、.jsonl 或 .txt，或加 --format。
? 2
# 整库导出，导入空库，再导出，逐字节相同。
$ lvzhi export -o 甲.jsonl
! 已写入 甲.jsonl
$ lvzhi init --store 乙.lvzhi --committee 空库 --term 1 --from 2020-01-01 | head -1
| 已新建登记库 乙.lvzhi：空库，第 1 届（2020-01-01 至 2024-12-31）。
$ lvzhi import --store 乙.lvzhi 甲.jsonl
| 已载入存档：委员 250 人，履职记录 … 条。
$ lvzhi export --store 乙.lvzhi -o 乙.jsonl && cmp 甲.jsonl 乙.jsonl
! 已写入 乙.jsonl
$ lvzhi import 甲.jsonl
! 错误：登记库里已有委员 250 人、履职记录 … 条，存档只能导入空的登记库。
! 办法：用 lvzhi init 新建一个登记库再导入。
? 5
# 体检没有输出，就是完好。
$ lvzhi check
$ lvzhi backup create 备份.lvzhi
| 已备份到 备份.lvzhi（…，改动日志到第 3 号），核验通过。
$ lvzhi import undo 1 --yes
| 已撤销第 1 批导入，恢复 … 处。（撤销：lvzhi undo 4）
$ lvzhi member list
| 委员编号  姓名  性别  界别  任职  党派  工作单位及职务  任职起  任职止
| --------  ----  ----  ----  ----  ----  --------------  ------  ------
| （没有内容）
$ lvzhi backup restore 备份.lvzhi --yes
| 已从 备份.lvzhi 恢复 履职.lvzhi。原来的登记库保留为 履职.lvzhi.…。
$ lvzhi report ranking --year 2024 --top 1
| …
|    1  SF11…
| …
$ lvzhi check --rebuild facts
| 已重新计算 … 份履职事实。
# 撤销一大批，没有人在终端前回答时要加 --yes。
$ lvzhi import undo 1 2>&1 | tail -1
| 办法：确认无误后加上 --yes 再执行一次。
# 只有前一部分的存档不会当成整个登记库。
$ lvzhi init --store 丙.lvzhi --committee 政协样例县委员会 --term 11 --from 2021-12-20 > /dev/null
$ head -100 甲.jsonl > 半截.jsonl
$ lvzhi import --store 丙.lvzhi 半截.jsonl
! 错误：存档有 1 处问题，什么也没有写入。
!   错误：半截.jsonl 第 100 行：存档不完整：没有结尾一行，像是只有前一部分；请用完整的存档，或重新用 lvzhi export 导出
! 办法：请用原样导出的存档。
? 3

# 错误画廊之三：命令写错、考核办法写错。每条都用中文说清楚，退出码 2 或 3。
$ lvzhi
| 县政协委员履职记录与年度履职档案。
| 
| 一处登记、逐条有据：记下委员做了什么，按考核办法算出得分，每一分都说得出理由。
| 
| 示例：
|   lvzhi init --committee 政协某县委员会 --term 11 --from 2021-12-20 --to 2026-12-31
|   lvzhi import 委员名册.xlsx 签到表.xlsx
|   lvzhi activity add --sector 教育界 --title 走访乡村学校 --date 2024-05-12 --all
|   lvzhi report profile 张三 --year 2024
| 
| 委员和召集人用自己的账号：lvzhi claim add …… --as 张三（或环境变量 LVZHI_AS=张三）；能办什么见 lvzhi account permissions。
| 登记库由 --store 或环境变量 LVZHI_STORE 指定，都没有时是当前目录的 履职.lvzhi。
| 退出码：0 成功，1 没有办成，2 命令写得不对，3 数据有问题，4 没有权限，5 已经有了或后来又改过，6 登记库不能用。
| 命令补全：lvzhi completion bash（或 zsh、fish）。
| 
| 用法：lvzhi <subcommand>
| 
| 选项：
|   --version               显示版本。
|   -h, --help              显示这份说明。
| 
| 人员：
|   init, 新建              新建一个登记库。
|   member, 委员            委员名册：添加、修改、查找，换界别，离任。
|   sector, 界别            界别：人数、召集人。
|   account, 账号           账号和权限：谁可以用登记库，能办什么。
| 
| 登记：
|   activity, 界别活动      界别活动：召集人一行登记一次活动和参加的人。
|   event, 会议, 活动       会议和活动：登记、应到名单、查找、修改；出席情况用 lvzhi attend。
|   attend, 考勤, 签到      登记谁出席、请假、缺席；核对应到和实到。
|   proposal, 提案          提案：登记、节点、荣誉、反馈。
|   research, 调研          调研成果：登记、查找、采纳和批示。
|   lecture, 讲堂           委员讲堂：登记主讲人、听众和群众人数。
|   opinion, 社情民意       社情民意信息：登记、采用和批示。
|   plan, 计划              界别年度协商计划：项目、完成与未完成。
|   series, 专题            把一年的记录归在一起：专委会一委一品、系列活动、议事厅和委员工作室。
|   link, 连接              说明一条记录与另一条的关系：承接、依据、同一成果、属于；两边查看时都看
|                           得到。
|   record, 记录            大会发言、文史宣传、表彰、公益服务等其他履职，和全部记录的清单。
|   kind, 种类              履职记录的种类。
|   evidence, 佐证          佐证文件：存入登记库，随记录查看、取出，备份和存档都带着它。
| 
| 审核：
|   claim, 填报, 申报       委员自己填报履职：附佐证提交，审核通过后计分；退回的改正后再提交。
|   review, 审核            审核委员和召集人填报的记录：先由界别召集人核实，再由办公室通过或退回。
|   objection, 异议         异议：委员认为自己的履职记录或得分有错、重、漏，办公室答复，都留存。
| 
| 考核：
|   year, 年度              年度的开放、封账、核定、公布和重开。
|   score, 得分             一位委员的得分，和每一分的由来。
|   report, 报告            年度履职档案、排名和界别情况，可以输出为表格、工作簿、CSV、JSON。
|   rulebook, 考核办法      考核办法：检查、试算、采用、查看。
| 
| 数据：
|   import, 导入            导入名册、签到表、提案一览表等工作簿和 CSV，或整个登记库的存档。
|   export, 导出            导出整个登记库的存档（JSON Lines），或名册、记录清单。
|   log, 日志               改动日志：谁、什么时候、改了什么，最近的在前。
|   undo, 撤销              撤销一号操作；不写号时撤销最近的一号。撤销本身也是一号操作，可以再撤销。
|   check, 体检             检查整个登记库：页、校验和、索引、引用、履职事实、改动日志；没有输出就
|                           是完好。
|   backup, 备份            备份：制作、核验、恢复。
|   completion, 补全        输出 bash、zsh 或 fish 的命令补全脚本。
| 
|   用“lvzhi help 子命令”看详细说明。
$ lvzhi membr list
! 错误：没有命令“membr”。
! 用法：lvzhi <subcommand>
!   用“lvzhi --help”看说明。
? 2
$ lvzhi member
| 委员名册：添加、修改、查找，换界别，离任。
| 
| 示例：
|   lvzhi member list --sector 教育界
|   lvzhi member show 张三
|   lvzhi member move 张三 --to 科技界 --date 2024-06-01
| 
| 用法：lvzhi member <subcommand>
| 
| 选项：
|   --version               显示版本。
|   -h, --help              显示这份说明。
| 
| 子命令：
|   add, 添加               添加一位委员，写明界别和任职。
|   edit, 修改              修改委员的资料；只改写明的几项。
|   list, 列表              列出委员；可以按界别、任职、年度或姓名的一部分查找。
|   show, 查看              一位委员的资料和全部任职。
|   move, 换界别            委员换界别：原界别到前一天为止，新界别从这一天起。
|   end, 离任               委员离任：所有任职到这一天为止；已有的履职记录都保留。
|   join, 任职              给委员添加一项任职：常委、专委会、活动组、联络组。
| 
|   用“lvzhi help member 子命令”看详细说明。
$ lvzhi member lst
! 错误：没有命令“lst”。
! 用法：lvzhi member <subcommand>
!   用“lvzhi member --help”看说明。
? 2
$ lvzhi member list --fromat csv
! 错误：没有选项“--fromat”。是不是想写“--format”？
! 用法：lvzhi member list [--store <path>] [--actor <name>] [--as <account>] [--format <fmt>] [--output <file>] [--sector <sector>] [--role <role>] [--date <date>] [--year <year>] [--find <text>]
!   用“lvzhi member list --help”看说明。
? 2
$ lvzhi member list --format doc
! 错误：“doc”不能用作“--format <fmt>”。可用：table、csv、json、jsonl、xlsx、html、markdown、pdf、docx。
! 说明：--format <fmt>  输出格式；不写时按 -o 的扩展名，再不然是 table。
! 用法：lvzhi member list [--store <path>] [--actor <name>] [--as <account>] [--format <fmt>] [--output <file>] [--sector <sector>] [--role <role>] [--date <date>] [--year <year>] [--find <text>]
!   用“lvzhi member list --help”看说明。
? 2
$ lvzhi member show
! 错误：缺少参数“<person>”。
! 说明：<person>  委员编号或姓名。
! 用法：lvzhi member show [--store <path>] [--actor <name>] [--as <account>] [--format <fmt>] [--output <file>] <person>
!   用“lvzhi member show --help”看说明。
? 2
$ lvzhi init --committee 某县政协 --term 十一 --from 2021-12-20
! 错误：“十一”不能用作“--term <n>”。
! 说明：--term <n>  第几届。
! 用法：lvzhi init [--store <path>] [--actor <name>] [--as <account>] --committee <name> --term <n> --from <date> [--to <date>] [--sector <name> ...]
!   用“lvzhi init --help”看说明。
? 2
$ lvzhi init --committee 某县政协 --term 11 --from 2021-02-30
! 错误：没有“2021-02-30”这一天。
! 办法：请核对年、月、日。
? 2
$ lvzhi init --committee 某县政协 --term 11 --from 2021-12-20 --to 2020-01-01
! 错误：届期的最后一天 2020-01-01 早于第一天 2021-12-20。
! 办法：请核对 --from 和 --to。
? 2
$ lvzhi completion tcsh
! 错误：不会为“tcsh”写补全脚本。
! 办法：可用 bash、zsh、fish。
? 2
$ lvzhi init --committee 政协样例县委员会 --term 11 --from 2021-12-20 --sector 教育界 | head -1
| 已新建登记库 履职.lvzhi：政协样例县委员会，第 11 届（2021-12-20 至 2026-12-19）。
$ lvzhi activity add --sector 教育界 --title 走访 --date 2024-05-12
! 错误：没有写明谁参加。
! 办法：用 --all（本界别都参加）、--present 张三,李四（这些人参加）或 --only（只记这些人）。
? 2
$ lvzhi activity add --sector 教育界 --title 走访 --date 2024-05-12 --all --only 张三
! 错误：--all、--present、--only 只能用一种，--except 只配合 --all。
! 办法：请只留下一种写法。
? 2
$ lvzhi activity add --sector 教育界 --title 走访 --date 五月 --all
! 错误：“五月”不是日期。
! 办法：日期写成 2024-05-12、2024/5/12、2024年5月12日，今年的可以写 5月12日。
? 2
$ lvzhi attend mark 会议
! 错误：没有写明登记谁。
! 办法：写上姓名或委员编号，或用 --sector、--all、--standing、--listed。
? 2
$ lvzhi undo 99
! 错误：没有第 99 号操作。
! 办法：用 lvzhi log 查看操作号。
? 1
$ lvzhi import show 7
! 错误：没有第 7 批导入。
! 办法：用 lvzhi import list 查看批次。
? 1
$ lvzhi plan remove 5
! 错误：没有计划项目 5。
! 办法：用 lvzhi plan list 查看项目号。
? 1
$ lvzhi log --show 42
! 错误：没有第 42 号操作。
! 办法：用 lvzhi log 查看操作号。
? 1
$ lvzhi import 全部.jsonl
! 错误：读不了存档“全部.jsonl”。
! 办法：请核对路径和权限。
? 1
$ lvzhi rulebook check 没有.yaml
! 错误：没有文件“没有.yaml”。
! 办法：请核对路径。
? 1
+ 错.yaml
> 考核办法: 某县办法
> 编号: mou
> 年度: 二〇二四
> 指标:
>   - 编号: A1
>     名称: 全体会议
>     计入: {类别: 全体大会}
>     分值: 很多
$ lvzhi rulebook check 错.yaml
! 错误：文件有 5 处问题。
!   错.yaml:1:1: 考核办法缺少“依据”
!   错.yaml:3:5: “年度”应是 1949 到 2200 的整数，这里是“二〇二四”
!   错.yaml:5:5: 指标缺少“依据”
!   错.yaml:7:14: 不认识的类别“全体大会”
!   错.yaml:8:9: “分值”应是一个数（20、7.5 或 1/3），这里是“很多”
! 办法：请按上面的“文件:行:列”逐处改正后再试。
? 3
$ lvzhi rulebook adopt 错.yaml
! 错误：文件有 5 处问题。
!   错.yaml:1:1: 考核办法缺少“依据”
!   错.yaml:3:5: “年度”应是 1949 到 2200 的整数，这里是“二〇二四”
!   错.yaml:5:5: 指标缺少“依据”
!   错.yaml:7:14: 不认识的类别“全体大会”
!   错.yaml:8:9: “分值”应是一个数（20、7.5 或 1/3），这里是“很多”
! 办法：请按上面的“文件:行:列”逐处改正后再试。
? 3

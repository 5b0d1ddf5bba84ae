# 办法要改：先看改了什么，再看谁受影响；这些都不写入登记库。
$ sample-county --seed 2024 --output 表格
$ lvzhi init --committee 政协示范县委员会 --term 11 --from 2022-01-10 --to 2026-12-31 | head -1
| 已新建登记库 履职.lvzhi：政协示范县委员会，第 11 届（2022-01-10 至 2026-12-31）。
$ lvzhi import 表格/* | tail -1
| 已导入第 1 批：…
$ sed 's/年度: 2024/年度: 2025/; s/满: 80/满: 75/; s/上限: 25$/上限: 20/' "$SCHEMAS/rulebooks/sample-county/2024.yaml" > 新办法.yaml
$ lvzhi rulebook diff sample-county/2024 新办法.yaml
| 两份考核办法的差别
| 
| 何处              什么  原来  现在
| ----------------  ----  ----  ----
| 分组 S3 活动履职  上限  25    20
| 等次 优秀         满    80    75
| 
| 原来：示范县政协委员履职量化考核办法（样例）（sample-county/2024）
| 现在：示范县政协委员履职量化考核办法（样例）（sample-county/2025）
| 共 2 处差别。
$ lvzhi score compare --rulebook sample-county/2024 --rulebook 新办法.yaml --year 2024 | head -21
| 2024 年度按两份考核办法对照
| 
| 项目      内容
| --------  ------------------------------------------------------------
| 办法一    示范县政协委员履职量化考核办法（样例）（sample-county/2024）
| 办法二    示范县政协委员履职量化考核办法（样例）（新办法.yaml）
| 委员      250 人
| 总分不同  118 人
| 名次变动  192 人
| 等次变动  18 人
| 
| 等次对照
| 
| 办法一  办法二  人数
| ------  ------  ----
| 称职    称职     119
| 良好    良好      51
| 不称职  不称职    36
| 优秀    优秀      26
| 良好    称职      12
| 良好    优秀       6
$ lvzhi score compare --rulebook sample-county/2024 --rulebook 新办法.yaml --year 2024 --format jsonl | head -1
| {"number":"SF11006","name":"杨勇","first":{"total":{"points":"101","exact":"101"},"place":1,"grade":"优秀"},"second":{"total":{"points":"96","exact":"96"},"place":1,"grade":"优秀"},"reasons":[{"what":"S3 活动履职的起点和上下限","gain":{"points":"-5","exact":"-5"}}]}
# 随程序附带的办法按编号采用；登记库里只有这一次采用和先前的两次改动。
$ lvzhi rulebook adopt sample-county/2024
| 已采用“示范县政协委员履职量化考核办法（样例）”，从 2024 年度起。（撤销：lvzhi undo 3）
# 换一种语言环境和时区，换一个进程，档案一个字节也不差。
$ LC_ALL=C TZ=America/New_York lvzhi score explain SF11232 --year 2024 --format json > 甲.json
$ LC_ALL=zh_CN.UTF-8 TZ=Asia/Shanghai lvzhi score explain SF11232 --year 2024 --format json > 乙.json
$ cmp 甲.json 乙.json && echo 一样
| 一样
# 打印成网页和 Markdown。
$ lvzhi rulebook show sample-county/2024 --format markdown | head -1
| # 示范县政协委员履职量化考核办法（样例）
$ lvzhi rulebook show sample-county/2024 --format html | grep '<h1>'
| <h1>示范县政协委员履职量化考核办法（样例）</h1>

# 另一种语言的程序从存档独立重算五十名委员，总分、等次、门槛和每个指标都要与程序相同。
$ sample-county --seed 2024 --output 表格
$ lvzhi init --committee 政协示范县委员会 --term 11 --from 2022-01-10 --to 2026-12-31 | tail -1
| 下一步：用 lvzhi import 导入委员名册，或用 lvzhi member add 添加委员。
$ lvzhi import 表格/* | tail -1
| 已导入第 1 批：机构新增 39，委员新增 250，任职新增 926，计划项目新增 60，履职记录新增 1024。（撤销：lvzhi import undo 1）
$ lvzhi rulebook adopt "$SCHEMAS/rulebooks/sample-county/2024.yaml" | cut -c1-9
| 已采用
$ lvzhi export -o 存档.jsonl
! 已写入 存档.jsonl
$ python3 "$SCHEMAS/../Tests/Acceptance/recompute.py" 存档.jsonl --store 履职.lvzhi --members 50
| 50 名委员的总分、等次和 1450 个指标全部相同。
# 重算会不会总说相同？把存档里的第一提案人都改成联名，它就要指出不同。
$ sed 's/"part":"firstSigner"/"part":"coSigner"/' 存档.jsonl > 改过.jsonl
$ python3 "$SCHEMAS/../Tests/Acceptance/recompute.py" 改过.jsonl --store 履职.lvzhi --members 50 > 不同.txt
? 1
$ tail -1 不同.txt
| 50 名委员中有 … 处不同。
$ grep -c '总分：重算' 不同.txt
| …

# 委员工作委员会的小陈新建登记库，添加委员，查名册。
$ lvzhi init --committee 政协样例县委员会 --term 11 --from 2021-12-20 --to 2026-12-19 --sector 教育界,科技界,经济界
$ lvzhi member add 0001 王建国 --sector 教育界 --sex 男 --party 民进 --unit 县第一中学 --post 校长
$ lvzhi member add 0002 李雪梅 --sector 教育界 --sex 女 --unit 县实验小学 --post 教师
$ lvzhi member add 0003 欧阳修远 --sector 科技界 --role 常委 --unit 县科技局
$ lvzhi member add 0004 赵敏 --sector 经济界 --from 2024-03-01 --unit 样例集团
$ lvzhi member list
$ lvzhi member list --sector 教育界 --format csv
$ lvzhi member list --find 欧阳 --format json
$ lvzhi sector convener 教育界 王建国 --from 2024-01-01
$ lvzhi sector list
# 李雪梅六月调到科技局，界别跟着变。
$ lvzhi member move 李雪梅 --to 科技界 --date 2024-06-01
$ lvzhi member show 李雪梅
# 赵敏年底离任，记录都留着。
$ lvzhi member end 0004 --last 2024-12-31
$ lvzhi member list --date 2025-01-01
# 写错了编号：说清楚错在哪里、怎么办。
$ lvzhi member add 0001 张小红 --sector 教育界
$ lvzhi member add 0005 张小红 --sector 教肓界
$ lvzhi member show 王建国们

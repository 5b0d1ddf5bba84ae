# 办公室登记全体会议，先全体出席，再逐个改请假和缺席。
$ lvzhi init --committee 政协样例县委员会 --term 11 --from 2021-12-20 --sector 教育界
$ for p in '0001 王建国' '0002 李雪梅' '0003 张伟'; do lvzhi member add $p --sector 教育界 >/dev/null; done
$ lvzhi event add 全体会议 十一届三次全体会议 --date 2024-01-09至12日 --half-days 7
$ lvzhi attend mark 十一届三次全体会议 --all --absent 张伟
$ lvzhi attend excuse 十一届三次全体会议 李雪梅 --note 因公出差
$ lvzhi attend list 十一届三次全体会议
$ lvzhi event list --year 2024
# 半天数不可能比会期多。
$ lvzhi attend mark 十一届三次全体会议 王建国 --half-days 9
# 会前还不是委员的人，不能登记出席。
$ lvzhi member add 0009 新委员 --sector 教育界 --from 2024-06-01
$ lvzhi attend mark 十一届三次全体会议 新委员
# 没有这个种类：列出可用的。
$ lvzhi event add 全委员会 一次会议 --date 2024-02-01
$ lvzhi event delete 十一届三次全体会议
$ lvzhi event delete 十一届三次全体会议 --yes
$ lvzhi event list

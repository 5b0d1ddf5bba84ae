# 教育界召集人王建国在手机终端上登记一次界别活动：除了李雪梅都来了。
$ lvzhi init --committee 政协样例县委员会 --term 11 --from 2021-12-20 --sector 教育界,科技界
$ for p in '0001 王建国' '0002 李雪梅' '0003 张伟' '0004 刘芳'; do lvzhi member add $p --sector 教育界 >/dev/null; done
$ lvzhi member add 0005 张伟 --sector 科技界 --unit 县科技局 >/dev/null
$ lvzhi plan add --sector 教育界 --year 2024 --month 5 --topic 走访乡村学校 --lead 王建国
$ lvzhi plan add --sector 教育界 --year 2024 --topic 校园安全座谈
$ lvzhi activity add --sector 教育界 --title 走访乡村学校 --date 2024年5月12日 --all --except 李雪梅 --excused 刘芳 --plan 1 --place 青龙镇
$ lvzhi activity list --year 2024
$ lvzhi activity show 走访乡村学校
# 计划完成了一项，还差一项。
$ lvzhi plan list --year 2024
# 同一次活动登记第二遍，会被指出来。
$ lvzhi activity add --sector 教育界 --title 走访乡村学校 --date 2024-05-12 --all
# 张伟有两位，程序不猜。
$ lvzhi activity add --sector 教育界 --title 送教下乡 --date 2024-06-03 --only 张伟
$ lvzhi activity add --sector 教育界 --title 送教下乡 --date 2024-06-03 --only 0003
# 登记错了就撤销。
$ lvzhi undo
$ lvzhi activity list --year 2024

# 提案办登记提案、节点和荣誉；委员的调研、讲堂、社情民意各记一条。
$ lvzhi init --committee 政协样例县委员会 --term 11 --from 2021-12-20 --sector 教育界
$ for p in '0001 王建国' '0002 李雪梅' '0003 张伟'; do lvzhi member add $p --sector 教育界 >/dev/null; done
$ lvzhi research add 数字经济发展调研 --drafter 王建国 --team 李雪梅,张伟 --date 2024-03-20 --adopted 县
$ lvzhi proposal add 2024001 关于发展智慧农业的建议 --by 王建国 --with 李雪梅,张伟 --date 2024-01-10 --research 数字经济发展调研
$ lvzhi proposal stage 2024001 立案 --date 2024-01-20
$ lvzhi proposal stage 2024001 交办 --date 2024-02-28 --unit 县农业农村局
$ lvzhi proposal honour 2024001 重点 --leader 县政协主席
$ lvzhi proposal feedback 2024001 满意 --date 2024-08-30
$ lvzhi proposal list
$ lvzhi proposal show 2024001
# 提案号用过了。
$ lvzhi proposal add 2024001 关于校园安全的建议 --by 张伟 --date 2024-01-11
$ lvzhi proposal stage 2024001 立案 --date 2024-01-21
$ lvzhi lecture add 家庭教育讲座 --speaker 王建国 --listeners 李雪梅 --date 2024-04-15 --audience 社区居民 --public 80
$ lvzhi opinion add 关于完善停车设施的建议 --author 张伟 --date 2024-03-08
$ lvzhi opinion adopt 关于完善停车设施的建议 县 市
$ lvzhi record add 大会发言 推进乡村振兴 --date 2024-01-10 --by 李雪梅 --oral
$ lvzhi record list --year 2024
$ lvzhi opinion list --format jsonl

# 错误画廊之二：登记库不存在、不是登记库、截断、损坏、版本更新、已存在。退出码都是 6，文件不动。
$ lvzhi member list
! 错误：没有登记库“履职.lvzhi”。
! 办法：新建用 lvzhi init；已有的请用 --store 路径 或环境变量 LVZHI_STORE 指明。
? 6
$ LVZHI_STORE=别处.lvzhi lvzhi member list
! 错误：没有登记库“别处.lvzhi”。
! 办法：新建用 lvzhi init；已有的请用 --store 路径 或环境变量 LVZHI_STORE 指明。
? 6
$ lvzhi init --committee 政协样例县委员会 --term 11 --from 2021-12-20 --sector 教育界 | head -1
| 已新建登记库 履职.lvzhi：政协样例县委员会，第 11 届（2021-12-20 至 2026-12-19）。
$ lvzhi init --committee 政协样例县委员会 --term 11 --from 2021-12-20
! 错误：“履职.lvzhi”已经存在，没有改动它。
! 办法：换一个路径，或直接使用这个登记库。
? 5
$ printf '不是登记库' > 文本.lvzhi; sha256sum 文本.lvzhi > 前; lvzhi member list --store 文本.lvzhi
! 错误：“文本.lvzhi”不是履职登记库（文本文件），没有改动它。
! 办法：请核对 --store 的路径。
? 6
$ sha256sum -c --quiet 前
$ : > 空.lvzhi; lvzhi member list --store 空.lvzhi
! 错误：“空.lvzhi”不是履职登记库（空文件），没有改动它。
! 办法：请核对 --store 的路径。
? 6
$ mkdir 目录.lvzhi; lvzhi member list --store 目录.lvzhi
! 错误：“目录.lvzhi”不是履职登记库（目录），没有改动它。
! 办法：请核对 --store 的路径。
? 6
$ cp 履职.lvzhi 截断.lvzhi; truncate -s 20000 截断.lvzhi; sha256sum 截断.lvzhi > 前; lvzhi member list --store 截断.lvzhi
! 错误：登记库“截断.lvzhi”已损坏：第 14 页：文件被截断，缺这一页。没有改动它。
! 办法：用 lvzhi check 查看损坏之处，用 lvzhi backup restore 从备份恢复。
? 6
$ lvzhi member add 0001 王建国 --store 截断.lvzhi
! 错误：登记库“截断.lvzhi”已损坏：第 14 页：文件被截断，缺这一页。没有改动它。
! 办法：用 lvzhi check 查看损坏之处，用 lvzhi backup restore 从备份恢复。
? 6
$ lvzhi check --store 截断.lvzhi
! 第 14 页：文件被截断，缺这一页
! 第 14 页：叶页应有 1 个，实有 0 个
! 第 14 页：条目应有 8 个，实有 0 个
! 错误：登记库“截断.lvzhi”有 3 处损坏或不一致，已在上面列出。
! 办法：只有履职事实不符时，用 lvzhi check --rebuild facts；其余请用 lvzhi backup restore 从备份恢复。
? 6
$ lvzhi backup verify 截断.lvzhi
! 错误：备份“截断.lvzhi”已损坏（3 处），什么也没有改动。
!   第 14 页：文件被截断，缺这一页
!   第 14 页：叶页应有 1 个，实有 0 个
!   第 14 页：条目应有 8 个，实有 0 个
! 办法：请换一份备份。
? 6
$ sha256sum -c --quiet 前
$ cp 履职.lvzhi 新.lvzhi; for at in 20 4116; do printf '\011' | dd of=新.lvzhi bs=1 seek=$at conv=notrunc status=none; done; sha256sum 新.lvzhi > 前; lvzhi member list --store 新.lvzhi
! 错误：“新.lvzhi”是更新版本的程序建立的（格式 9，本程序认识到 1），没有改动它。
! 办法：请升级 lvzhi。
? 6
$ sha256sum -c --quiet 前
$ lvzhi backup restore 截断.lvzhi --yes
! 错误：备份“截断.lvzhi”已损坏（3 处），什么也没有改动。
!   第 14 页：文件被截断，缺这一页
!   第 14 页：叶页应有 1 个，实有 0 个
!   第 14 页：条目应有 8 个，实有 0 个
! 办法：请换一份备份。
? 6
$ lvzhi export -o 没有的目录/全部.jsonl
! 错误：没有“没有的目录/全部.jsonl”所在的目录。
! 办法：请先建立目录，或换一个 -o 路径。
? 1
$ lvzhi sector list
| 界别    人数  召集人  副召集人
| ------  ----  ------  --------
| 教育界     0

# 另一个程序一直占着登记库：读不受影响，写等十秒后说清楚。
$ exec 9<履职.lvzhi; flock -x 9; lvzhi sector list; lvzhi member add 0001 王建国 --sector 教育界
| 界别    人数  召集人  副召集人
| ------  ----  ------  --------
| 教育界     0
! 错误：等了 10 秒，登记库仍被另一个程序占用。
! 办法：请等它结束，再执行一次。
? 6

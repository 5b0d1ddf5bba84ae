/// Words the county is put together from. Nobody and nowhere real is meant.
enum Words {
    static let surnames = Array(
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    )
    .map { String($0) }
    static let doubleSurnames = ["欧阳", "上官", "司马", "诸葛"]
    static let manly = Array("伟磊军洋勇杰涛明超刚平辉健俊飞鹏斌波宇浩凯亮成华建国志远文博海峰家豪振东立诚学新永康宏达正阳思源")
        .map { String($0) }
    static let womanly = Array("芳娜敏静丽艳娟霞秀英慧巧美玉兰萍红燕玲桂凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉")
        .map { String($0) }

    static let sectors = [
        "中共界", "民革界", "民盟界", "民建界", "农工党界", "无党派人士界", "共青团和青联界", "工会界", "妇联界", "工商联界",
        "科协界", "侨联和台联界", "文化艺术界", "科学技术界", "经济界", "农业界", "教育界", "医药卫生界", "少数民族和宗教界",
        "特别邀请人士界",
    ]
    /// Members of each sector, 250 together.
    static let sectorSizes = [18, 8, 9, 9, 8, 10, 10, 9, 11, 26, 8, 7, 12, 14, 20, 19, 17, 16, 8, 11]

    static let committees = [
        "提案委员会", "经济委员会", "农业和农村委员会", "教科卫体委员会", "社会和法制委员会", "文化文史和学习委员会", "民族宗教和港澳台侨委员会",
    ]
    static let townships = [
        "城关镇", "柳河镇", "石桥镇", "双塘镇", "白湖镇", "花园镇", "高店镇", "青山乡", "南岗镇", "新仓镇", "三汊河乡", "官塘镇",
    ]
    static let parties: [String: String] = [
        "中共界": "中共党员", "民革界": "民革", "民盟界": "民盟", "民建界": "民建", "农工党界": "农工党", "无党派人士界": "无党派",
    ]
    static let minorities = ["回族", "回族", "满族", "苗族", "土家族", "壮族"]

    /// Employers by sector; others take from the last list.
    static func units(of sector: String) -> [String] {
        switch sector {
        case "工商联界", "经济界", "民建界":
            return [
                "示范县恒远机电有限公司", "示范县绿源食品有限公司", "示范县华盛包装有限公司", "示范县安邦物流有限公司", "示范县新材料产业园", "示范县融信担保公司", "示范县天工装备有限公司",
            ]
        case "农业界":
            return ["县农业农村局", "示范县金穗粮油合作社", "示范县苗木花卉协会", "县水务局", "示范县青山茶业有限公司", "县林业站"]
        case "教育界", "民盟界": return ["示范县第一中学", "示范县实验小学", "示范县职业技术学校", "县教育局", "示范县育才中学"]
        case "医药卫生界", "农工党界": return ["县人民医院", "县中医院", "县疾病预防控制中心", "柳河镇中心卫生院", "县妇幼保健院"]
        case "科学技术界", "科协界": return ["县科学技术协会", "示范县智能制造研究院", "县气象局", "示范县电子科技有限公司", "县科技局"]
        case "文化艺术界": return ["县文化馆", "县图书馆", "县融媒体中心", "县书画院", "县博物馆"]
        case "少数民族和宗教界": return ["县民族宗教事务局", "县佛教协会", "县伊斯兰教协会", "双塘镇回民村"]
        case "工会界": return ["县总工会", "示范县恒远机电有限公司工会", "县环卫处"]
        case "妇联界": return ["县妇女联合会", "示范县家政服务中心", "城关镇妇联"]
        case "共青团和青联界": return ["共青团示范县委员会", "示范县青年创业园", "示范县星火网络科技公司"]
        default: return ["县发展和改革委员会", "县财政局", "县司法局", "县民政局", "县自然资源局", "城关镇人民政府", "县档案馆", "示范县正平律师事务所"]
        }
    }

    static func posts(of unit: String) -> [String] {
        if unit.contains("公司") || unit.contains("合作社") || unit.contains("园") { return ["董事长", "总经理", "副总经理", "技术总监"] }
        if unit.contains("中学") || unit.contains("小学") || unit.contains("学校") { return ["校长", "副校长", "高级教师"] }
        if unit.contains("医院") || unit.contains("卫生院") || unit.contains("疾病") { return ["院长", "副主任医师", "主任医师", "护士长"] }
        if unit.hasSuffix("局") || unit.hasSuffix("委员会") || unit.hasSuffix("政府") { return ["四级调研员", "股长", "高级工程师"] }
        if unit.contains("协会") || unit.contains("会") { return ["副会长", "秘书长", "办公室主任"] }
        if unit.contains("律师") { return ["主任", "律师"] }
        return ["负责人", "副主任", "业务骨干"]
    }
}

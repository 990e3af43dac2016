/** Traditional characters and their simplified forms in turn: those of money, of messages, and of everyday words. */
const traditional =
  "萬万兩两塊块個个幾几億亿陸六還还點点貸贷額额錢钱圓元號号週周對对從从來来後后請请幫帮嗎吗麼么語语簡简體体開开關关銀银帳账賬账單单費费計计徵征現现們们這这" +
  "為为說说話话讓让換换繼继續续結结總总時时間间貳二參三飯饭學学醫医療疗遊游裝装訂订認认證证實实錯错誤误過过電电訊讯碼码機机發发記记錄录條条約约據据審审閱阅" +
  "達达標标準准備备資资產产務务業业報报員员聯联絡络絕绝簽签書书買买賣卖貨货價价優优歡欢謝谢歲岁歷历區区別别樣样應应該该當当無无沒没須须專专線线網网頁页門门" +
  "問问題题隱隐權权護护驗验臉脸識识詐诈騙骗盜盗竊窃遲迟緩缓債债償偿罰罚違违責责壞坏帶带誰谁邊边麗丽東东車车馬马長长鐘钟節节廣广圖图選选擇择較较頻频慣惯積积" +
  "極极檔档級级階阶屬属類类種种數数夠够滿满唄呗損损減减漲涨調调變变動动態态進进銷销戶户閉闭綁绑凍冻鎖锁風风險险災灾難难稅税養养兒儿婦妇親亲愛爱樂乐聽听視视覺觉" +
  "寫写讀读畫画詞词訴诉訟讼紀纪議议講讲課课許许諾诺豐丰鄉乡鎮镇縣县劃划匯汇轉转離离歸归遠远運运適适遺遗憶忆懷怀悶闷慮虑憂忧獲获勝胜負负紅红綠绿藍蓝黃黄幣币" +
  "帥帅師师傳传統统設设測测試试編编緊紧緣缘縮缩織织終终給给絲丝維维綜综僅仅儲储處处勢势勞劳協协團团園园圍围國国執执場场塵尘壓压夢梦奪夺奮奋孫孙寶宝導导將将" +
  "屆届層层島岛巖岩幹干庫库廠厂廳厅張张強强彈弹復复徑径徹彻恥耻恆恒惡恶慶庆慘惨懶懒戲戏戰战擔担擊击擁拥擴扩攝摄敗败敵敌斷断於于暫暂曆历會会朧胧構构檢检櫃柜" +
  "歐欧殘残殺杀毀毁氣气決决沖冲淚泪淺浅湯汤溫温滅灭滬沪滯滞漢汉潔洁濟济濃浓灣湾烏乌燈灯熱热營营爐炉爭争牆墙獎奖獨独獻献環环瑪玛瓊琼畢毕異异癢痒監监盤盘盡尽" +
  "睜睁礎础禮礼禍祸稱称穩稳窮穷競竞筆笔範范築筑籌筹糧粮糾纠";

/** Numerals as contracts and colloquial speech write them, each with the plain one. */
const numerals = "圆元叁三叄三壹一贰二弍二貮二肆四伍五陆六柒七捌八玖九拾十佰百仟千〇零幺一俩两仨三";

function pairs(text: string): [string, string][] {
  const characters = [...text];
  return characters.flatMap((from, at) => (at % 2 === 0 ? [[from, characters[at + 1] ?? from]] : []));
}

const simplified = new Map([
  ...pairs(traditional),
  ...pairs(numerals),
  ["廿", "二十"] as const,
  ["卅", "三十"] as const,
  ["卌", "四十"] as const,
]);

/** 2½ would fold into the figures of 21/2. */
const halves = /[¼½¾]/g;

const dashes = /[‐‑‒–—―−﹣]/g;

/**
 * The text as every rule reads it: NFKC (full-width forms become plain ones), lower case, simplified
 * characters for numerals and common words, one kind of dash and apostrophe, single spaces.
 */
export function normalise(text: string): string {
  const folded = text
    .replace(halves, " $& ")
    .normalize("NFKC")
    .replaceAll("⁄", "/")
    .toLowerCase()
    .replace(dashes, "-")
    .replace(/[‘’`]/g, "'");
  let plain = "";
  for (const character of folded) plain += simplified.get(character) ?? character;
  return plain.replace(/\s+/g, " ").trim();
}

/** A normalised text without marks, emoji and spaces around and between its words, for comparing phrases. */
export function bareOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}'+.¥-]+/gu, " ")
    .replace(/[.']+(?=\s|$)/g, "")
    .trim();
}

/** The same of a text as it was written. */
export const bare = (text: string): string => bareOf(normalise(text));

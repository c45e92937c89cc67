import { act, type TaskScript } from "../script";
import { step } from "./step";

/** A run in Chinese, from the prompt to the output. */
export const CHINESE: TaskScript = {
  scenario: "chinese",
  title: "Finished: in Chinese",
  prompt: "在“青禾书店”网站上找到三本评分最高的中国科幻小说，列出书名、作者、价格和评分。",
  model: "qwen3-max",
  steps: [
    step({
      memory: "任务刚刚开始，还没有打开任何页面。",
      evaluation: "未知 - 浏览器刚刚启动。",
      goal: "打开青禾书店首页。",
      actions: [act("go_to_url", { url: "https://qinghe.example/" })],
      shot: "blank",
      duration: 3.7,
    }),
    step({
      memory: "首页已打开，左侧有分类导航。",
      evaluation: "成功 - 首页已经显示。",
      goal: "进入“科幻小说”分类并按评分排序。",
      url: "https://qinghe.example/",
      actions: [
        act("click_element_by_index", { index: 8 }),
        act("select_dropdown_option", { index: 15, text: "评分从高到低" }),
      ],
      shot: "zh-home",
      duration: 9.1,
    }),
    step({
      memory: "列表已按评分排序。前三名：《群星回声》《潮汐之城》《最后一座灯塔》。",
      evaluation: "成功 - 列表已排序。",
      goal: "打开第一本书，确认作者和价格。",
      url: "https://qinghe.example/分类/科幻?排序=评分",
      actions: [act("click_element_by_index", { index: 21 })],
      shot: "zh-list",
      duration: 8.4,
    }),
    step({
      memory: "《群星回声》，作者林远舟，价格 58 元，评分 9.4。",
      evaluation: "成功 - 详情页显示了全部信息。",
      goal: "汇总三本书的信息并完成任务。",
      url: "https://qinghe.example/书/群星回声",
      actions: [act("done", { success: true, text: "已找到三本书。" })],
      shot: "zh-detail",
      duration: 10.6,
    }),
  ],
  ending: {
    status: "finished",
    output:
      "## 评分最高的三本中国科幻小说\n\n| 书名 | 作者 | 价格 | 评分 |\n|---|---|---:|---:|\n| 《群星回声》 | 林远舟 | ¥58.00 | 9.4 |\n| 《潮汐之城》 | 许未央 | ¥49.50 | 9.2 |\n| 《最后一座灯塔》 | 周以宁 | ¥62.00 | 9.1 |\n\n**说明**：评分来自网站读者，共 12,408 条评价。\n",
    isSuccess: true,
  },
  begins: { endedSecondsAgo: 4800 },
  queueSeconds: 1,
};

/** A run in Arabic, written from right to left, with Latin words inside. */
export const ARABIC: TaskScript = {
  scenario: "arabic",
  title: "Finished: in Arabic, right to left",
  prompt:
    "ابحث في موقع «مواعيد» عن أقرب موعد متاح لتجديد جواز السفر في عمّان، واذكر التاريخ والساعة والمكتب.",
  model: "browser-use-llm",
  steps: [
    step({
      memory: "لم يبدأ العمل بعد.",
      evaluation: "غير معروف - فُتح المتصفح الآن.",
      goal: "افتح موقع مواعيد.",
      actions: [act("go_to_url", { url: "https://mawaeed.example/" })],
      shot: "blank",
      duration: 4.4,
    }),
    step({
      memory: "الصفحة الرئيسية مفتوحة وفيها قائمة الخدمات.",
      evaluation: "نجاح - ظهرت الصفحة الرئيسية.",
      goal: "اختر خدمة «تجديد جواز السفر» ثم المدينة عمّان.",
      url: "https://mawaeed.example/",
      actions: [
        act("click_element_by_index", { index: 6 }),
        act("input_text", { index: 9, text: "عمّان" }),
      ],
      shot: "ar-home",
      duration: 10.8,
    }),
    step({
      memory: "النموذج مملوء: الخدمة والمدينة. بقي الضغط على زر البحث (Search).",
      evaluation: "نجاح - الحقول مملوءة.",
      goal: "اضغط زر البحث وانتظر النتائج.",
      url: "https://mawaeed.example/booking?city=amman",
      actions: [act("click_element_by_index", { index: 12 }), act("wait", { seconds: 2 })],
      shot: "ar-form",
      duration: 7.2,
    }),
    step({
      memory: "أقرب موعد: 3 ديسمبر 2026 الساعة 10:40 في مكتب العبدلي.",
      evaluation: "نجاح - ظهرت ثلاثة مواعيد.",
      goal: "سجّل أقرب موعد وأنهِ المهمة.",
      url: "https://mawaeed.example/booking/results",
      actions: [act("done", { success: true, text: "تم العثور على الموعد." })],
      shot: "ar-result",
      duration: 8.8,
    }),
  ],
  ending: {
    status: "finished",
    output:
      "أقرب موعد متاح لتجديد جواز السفر في عمّان:\n\n- **التاريخ**: الخميس 3 ديسمبر 2026\n- **الساعة**: 10:40\n- **المكتب**: العبدلي، الطابق الثاني\n\nرقم الحجز المؤقت: `AMM-5521` (صالح لمدة 15 دقيقة).\n",
    isSuccess: true,
  },
  begins: { endedSecondsAgo: 9000 },
  queueSeconds: 1,
};

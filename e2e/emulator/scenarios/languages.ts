import { act, type TaskScript } from "../script";
import { step } from "./step";

/** A run in Chinese, from the prompt to the output. */
export const CHINESE: TaskScript = {
  scenario: "chinese",
  title: "Finished: in Chinese",
  prompt:
    "在“青溪陶舍”网站上找到“竹影茶壶”，并比较另外两件茶器，列出名称、价格和销量，说明茶壶的容量、匠人和库存。",
  model: "qwen3-max",
  steps: [
    step({
      memory: "任务刚刚开始，还没有打开任何页面。",
      evaluation: "未知 - 浏览器刚刚启动。",
      goal: "打开青溪陶舍首页。",
      actions: [act("go_to_url", { url: "https://qingxi.example/" })],
      shot: "blank",
      duration: 3.7,
    }),
    step({
      memory: "首页已打开，顶部有搜索框，下面是本周新开窑的器物。",
      evaluation: "成功 - 首页已经显示。",
      goal: "进入全部器物，按综合排序查看茶器。",
      url: "https://qingxi.example/",
      actions: [
        act("click_element_by_index", { index: 8 }),
        act("click_element_by_index", { index: 15 }),
      ],
      shot: "zh-home",
      duration: 9.1,
    }),
    step({
      memory: "列表共有 128 件器物。茶器：竹影茶壶 ¥189、云纹汤锅 ¥268、赤霞酒壶 ¥145。",
      evaluation: "成功 - 器物列表已经显示。",
      goal: "打开竹影茶壶，确认容量、匠人和库存。",
      url: "https://qingxi.example/器物?排序=综合",
      actions: [act("click_element_by_index", { index: 21 })],
      shot: "zh-list",
      duration: 8.4,
    }),
    step({
      memory: "竹影茶壶：¥189，容量 220 毫升，高 9.5 厘米，匠人林小满，还剩 6 把，412 条评价。",
      evaluation: "成功 - 详情页显示了全部信息。",
      goal: "汇总三件器物的信息并完成任务。",
      url: "https://qingxi.example/器物/竹影茶壶",
      actions: [act("done", { success: true, text: "已找到茶壶并完成比较。" })],
      shot: "zh-detail",
      duration: 10.6,
    }),
  ],
  ending: {
    status: "finished",
    output:
      "## 三件茶器的比较\n\n| 名称 | 价格 | 已售 |\n|---|---:|---:|\n| 竹影茶壶 | ¥189 | 367 件 |\n| 云纹汤锅 | ¥268 | 804 件 |\n| 赤霞酒壶 | ¥145 | 639 件 |\n\n**竹影茶壶**：容量 220 毫升，高 9.5 厘米，匠人林小满，还剩 6 把，三日内发货。\n",
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
    "احجز في موقع «مكتبة الواحة» قاعة النهر للقراءة لأربعة أشخاص يوم 16 نوفمبر من الساعة العاشرة باسم ليلى المرسي، واذكر رقم الحجز.",
  model: "browser-use-llm",
  steps: [
    step({
      memory: "لم يبدأ العمل بعد.",
      evaluation: "غير معروف - فُتح المتصفح الآن.",
      goal: "افتح موقع مكتبة الواحة.",
      actions: [act("go_to_url", { url: "https://alwaha.example/" })],
      shot: "blank",
      duration: 4.4,
    }),
    step({
      memory: "الصفحة الرئيسية مفتوحة وفيها ثلاث قاعات: النهر والجبل والمدينة.",
      evaluation: "نجاح - ظهرت الصفحة الرئيسية.",
      goal: "اضغط «احجز قاعة الآن» ثم املأ الحقول: الاسم والقاعة والتاريخ.",
      url: "https://alwaha.example/",
      actions: [
        act("click_element_by_index", { index: 6 }),
        act("input_text", { index: 9, text: "ليلى المرسي" }),
      ],
      shot: "ar-home",
      duration: 10.8,
    }),
    step({
      memory:
        "النموذج مملوء: الاسم والقاعة والتاريخ وعدد الأشخاص (4). بقي الضغط على زر التأكيد (Submit).",
      evaluation: "نجاح - الحقول مملوءة.",
      goal: "اضغط زر «تأكيد الحجز» وانتظر النتيجة.",
      url: "https://alwaha.example/rooms/book",
      actions: [act("click_element_by_index", { index: 12 }), act("wait", { seconds: 2 })],
      shot: "ar-form",
      duration: 7.2,
    }),
    step({
      memory: "الحجز مؤكد: قاعة النهر، الأحد 16 نوفمبر، من 10:00 إلى 12:00، مجانًا.",
      evaluation: "نجاح - ظهرت رسالة تأكيد الحجز.",
      goal: "سجّل رقم الحجز وأنهِ المهمة.",
      url: "https://alwaha.example/rooms/booked",
      actions: [act("done", { success: true, text: "تم الحجز." })],
      shot: "ar-result",
      duration: 8.8,
    }),
  ],
  ending: {
    status: "finished",
    output:
      "تم حجز قاعة النهر للقراءة:\n\n- **الاسم**: ليلى المرسي\n- **اليوم**: الأحد 16 نوفمبر\n- **الوقت**: من 10:00 إلى 12:00\n- **الأشخاص**: 4\n\nرقم الحجز: `447102` (وصلت التفاصيل إلى البريد أيضًا).\n",
    isSuccess: true,
  },
  begins: { endedSecondsAgo: 9000 },
  queueSeconds: 1,
};

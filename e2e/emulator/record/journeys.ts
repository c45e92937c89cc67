import type { Camera } from "./camera";

async function fill(camera: Camera, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, text] of Object.entries(fields)) await camera.page.fill(`#${id}`, text);
}

async function shop(camera: Camera): Promise<void> {
  const { page } = camera;
  await camera.open("shop/");
  await camera.shot("shop-home");
  await page.locator("#q").pressSequentially("walking boots");
  await camera.shot("shop-search");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#sort");
  await camera.shot("shop-list");
  await page.selectOption("#sort", "low");
  await camera.shot("shop-list-sorted");
  await page.mouse.move(800, 500);
  await page.mouse.wheel(0, 420);
  await camera.shot("shop-list-scrolled");
  await page.locator("a.card", { hasText: "Tarn Mid" }).click();
  await page.locator(".sizes span", { hasText: "42" }).click();
  await camera.shot("shop-product");
  await page.click("#add");
  await page.waitForSelector("#pay");
  await camera.shot("shop-cart");
  await page.click("#pay");
  await page.waitForSelector("#buy");
  await camera.shot("shop-checkout-empty");
  await fill(camera, { a: "Mara", b: "Lindqvist", c: "Quayside 7", d: "4021", e: "Tallowby" });
  await fill(camera, { card: "0000 1111 2222 3333", v: "08 / 29", k: "123" });
  await camera.shot("shop-checkout");
  await page.click("#buy");
  await camera.shot("shop-checkout-error");
  await fill(camera, { card: "0000 4444 5555 6666" });
  await page.click("#buy");
  await page.waitForURL("**p=done");
  await camera.shot("shop-done", { format: "png" });
}

async function flights(camera: Camera): Promise<void> {
  const { page } = camera;
  await camera.open("flights/");
  await camera.shot("flights-home");
  await fill(camera, { from: "Lumen (LMN)", to: "Verdance (VRD)" });
  await page.selectOption("#who", "2 adults");
  await page.click("#out");
  await camera.shot("flights-calendar");
  await page.click('td[data-day="November 12"]');
  await camera.shot("flights-form");
  await page.click("#go");
  await page.waitForSelector("#cheap");
  await camera.shot("flights-results");
  await page.click("#cheap");
  await camera.shot("flights-results-sorted");
  await page.locator(".trip a").first().click();
  await page.waitForSelector(".fares");
  await camera.shot("flights-details");
  await camera.open("flights/?p=empty");
  await camera.shot("flights-empty", { format: "png", width: 1024, height: 768 });
}

async function wiki(camera: Camera): Promise<void> {
  const { page } = camera;
  await camera.open("wiki/");
  await camera.shot("wiki-home");
  await page.locator("#q").pressSequentially("gull");
  await camera.shot("wiki-search");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".info");
  await camera.shot("wiki-article", { width: 1920, height: 1080 });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.mouse.wheel(0, 760);
  await camera.shot("wiki-article-scrolled");
  await page.click("#h");
  await page.waitForSelector(".hist");
  await camera.shot("wiki-history");
}

async function signin(camera: Camera): Promise<void> {
  const { page } = camera;
  const tryPassword = async (password: string): Promise<void> => {
    await fill(camera, { who: "mara@harbor.example", pw: password });
    await page.click("#go");
  };
  await camera.open("signin/");
  await fill(camera, { who: "mara@harbor.example" });
  await camera.shot("signin-form");
  await tryPassword("wrong");
  await camera.shot("signin-error");
  await tryPassword("right-one");
  for (const [index, digit] of ["4", "1", "9"].entries())
    await page.locator(".code input").nth(index).fill(digit);
  await camera.shot("signin-code");
  await camera.open("signin/");
  for (let round = 0; round < 4; round += 1) await tryPassword("wrong");
  await camera.shot("signin-locked");
}

async function dash(camera: Camera): Promise<void> {
  const { page } = camera;
  await camera.open("dash/");
  await camera.shot("dash-home");
  await page.click("#inv");
  await page.waitForSelector("#exp");
  await camera.shot("dash-table");
  await page.selectOption("#s", "Late");
  await camera.shot("dash-filter");
  await page.locator("#t td b").first().click();
  await camera.shot("dash-detail");
  await camera.open("dash/?p=table");
  await page.click("#exp");
  await page.hover(".menu div");
  await camera.shot("dash-export");
}

async function check(camera: Camera): Promise<void> {
  const { page } = camera;
  await camera.open("check/");
  await camera.shot("check-box");
  await page.click("#tick");
  await page.locator(".grid div").nth(0).click();
  await page.locator(".grid div").nth(4).click();
  await camera.shot("check-grid");
  await page.click("#go");
  await camera.shot("check-failed", { format: "png", width: 896, height: 770 });
}

async function jobs(camera: Camera): Promise<void> {
  const { page } = camera;
  await camera.open("jobs/");
  await camera.shot("jobs-list");
  await page.click("#pick");
  await page.waitForSelector("#apply");
  await camera.shot("jobs-detail");
  await page.click("#apply");
  await page.waitForSelector("#send");
  await camera.shot("jobs-form");
  await fill(camera, { a: "Jonas", b: "Reed", c: "jonas@post.example", d: "+00 555 0142" });
  await fill(camera, {
    e: "I have mended prints and atlases for seven years, and the Maren charts taught me to read the coast. I would like to help them last.",
  });
  await page.click("#cv");
  await page.check("#ok");
  await camera.shot("jobs-form-filled");
  await page.click("#send");
  await page.waitForURL("**p=sent");
  await camera.shot("jobs-sent", { format: "webp" });
}

async function chinese(camera: Camera): Promise<void> {
  const { page } = camera;
  await camera.open("zh/");
  await camera.shot("zh-home");
  await page.fill("#q", "茶壶");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".tabs");
  await camera.shot("zh-list");
  await page.locator("a.card").first().click();
  await page.waitForSelector(".two");
  await camera.shot("zh-detail");
}

async function arabic(camera: Camera): Promise<void> {
  const { page } = camera;
  await camera.open("ar/");
  await camera.shot("ar-home");
  await page.click("#book");
  await fill(camera, { a: "ليلى المرسي", b: "٧٧٣٠١", d: "١٦ نوفمبر", e: "٤" });
  await fill(camera, { f: "نحتاج إلى شاشة عرض وماء للشرب." });
  await camera.shot("ar-form");
  await page.click("#go");
  await page.waitForSelector(".ok");
  await camera.shot("ar-result");
}

async function others(camera: Camera): Promise<void> {
  await camera.page.goto("about:blank");
  await camera.shot("blank", { format: "png" });
  await camera.open("error/");
  await camera.shot("browser-error");
}

/** Every walk through a site, in the order they are recorded. */
export const journeys: readonly ((camera: Camera) => Promise<void>)[] = [
  shop,
  flights,
  wiki,
  signin,
  dash,
  check,
  jobs,
  chinese,
  arabic,
  others,
];

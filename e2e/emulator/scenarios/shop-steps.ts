import { act } from "../script";
import { step } from "./step";

/** The shop of the story. */
export const SHOP = "https://www.fernweg.example";

/** Looks for a tent. */
export const BROWSING = [
  step({
    memory: "Nothing done yet. The task names the shop, the item and a price limit of 180 euros.",
    evaluation: "Unknown - the browser has just been opened.",
    goal: "Open the Fernweg shop.",
    url: "about:blank",
    actions: [act("go_to_url", { url: `${SHOP}/` })],
    shot: "blank",
    duration: 4.2,
  }),
  step({
    memory:
      "Step 2. The start page of the shop is open. 0 of 3 conditions checked: two persons, under 2.5 kg, at most 180 euros.",
    evaluation: "Success - The start page of Fernweg is shown with a search field on top.",
    goal: "Search the shop for two-person tents.",
    url: `${SHOP}/`,
    actions: [act("input_text", { index: 4, text: "tent two persons" })],
    shot: "shop-home",
    duration: 7.8,
  }),
  step({
    memory: "Step 3. The search text is typed; suggestions are open below the field.",
    evaluation: "Success - The text stands in the search field.",
    goal: "Send the search.",
    url: `${SHOP}/`,
    actions: [act("send_keys", { keys: "Enter" }), act("wait", { seconds: 2 })],
    shot: "shop-search",
    duration: 6.1,
  }),
  step({
    memory: "Step 4. 24 tents are listed, sorted by popularity. Prices from 89 to 640 euros.",
    evaluation: "Success - The result list has 24 tents.",
    goal: "Sort the list by price so that tents above 180 euros fall away.",
    url: `${SHOP}/search?q=tent+two+persons`,
    actions: [act("select_dropdown_option", { index: 17, text: "Price, lowest first" })],
    shot: "shop-list",
    duration: 9.4,
  }),
  step({
    memory:
      "Step 5. Sorted by price. The first four tents are for one person only. Candidates start further down.",
    evaluation: "Success - The list now begins with the cheapest tent.",
    goal: "Scroll to the tents between 120 and 180 euros.",
    url: `${SHOP}/search?q=tent+two+persons&sort=price`,
    actions: [act("scroll_down", { amount: 900 })],
    shot: "shop-list-sorted",
    duration: 8.9,
  }),
  step({
    memory:
      "Step 6. Candidates: Lark 2 (149.00, 2.1 kg), Tarn Duo (165.00, 2.6 kg: too heavy), Moor 2P (179.00, 2.3 kg).",
    evaluation: "Success - The tents in the wanted range are visible.",
    goal: "Open the Lark 2, the lightest one under the limit.",
    url: `${SHOP}/search?q=tent+two+persons&sort=price`,
    actions: [act("click_element_by_index", { index: 31 })],
    shot: "shop-list-scrolled",
    duration: 11.3,
  }),
] as const;

/** Buys it. */
export const BUYING = [
  step({
    memory:
      "Step 7. Lark 2 is open: 149.00 euros, 2.1 kg, two persons, in stock. All three conditions hold.",
    evaluation: "Success - The page of the Lark 2 is open.",
    goal: "Read the weight and the return policy from the page.",
    url: `${SHOP}/tents/lark-2`,
    actions: [
      act("extract_content", {
        goal: "Weight, number of persons, price, delivery time and return policy of the tent",
      }),
    ],
    shot: "shop-product",
    duration: 14.6,
  }),
  step({
    memory: "Step 8. Weight 2.1 kg confirmed, delivery in 3 days, returns within 30 days.",
    evaluation: "Success - Weight, price and return policy were extracted.",
    goal: "Put the tent into the cart.",
    url: `${SHOP}/tents/lark-2`,
    actions: [act("click_element_by_index", { index: 22 })],
    shot: "shop-product",
    duration: 5.7,
  }),
  step({
    memory: "Step 9. The button was pressed, yet the cart still shows 0 items.",
    evaluation:
      "Failed - The cart counter did not change after the click; a colour had to be chosen first.",
    goal: "Choose the colour green, then add the tent again.",
    url: `${SHOP}/tents/lark-2`,
    actions: [
      act("click_element_by_index", { index: 19 }),
      act("click_element_by_index", { index: 22 }),
    ],
    shot: "shop-product",
    duration: 10.2,
  }),
  step({
    memory: "Step 10. The cart shows 1 item, Lark 2 green, 149.00 euros.",
    evaluation: "Success - The counter shows one item.",
    goal: "Open the cart and check its contents.",
    url: `${SHOP}/tents/lark-2`,
    actions: [act("go_to_url", { url: `${SHOP}/cart` })],
    shot: "shop-product",
    duration: 6.6,
  }),
  step({
    memory: "Step 11. Cart: 1 × Lark 2 green, subtotal 149.00, delivery free from 99 euros.",
    evaluation: "Success - The cart lists exactly one tent.",
    goal: "Go to the checkout.",
    url: `${SHOP}/cart`,
    actions: [act("click_element_by_index", { index: 9 })],
    shot: "shop-cart",
    duration: 8.1,
  }),
  step({
    memory:
      "Step 12. The checkout asks for an address. The task gave one: Ada Example, Harbour Street 5.",
    evaluation: "Success - The checkout form is open.",
    goal: "Fill in name and address.",
    url: `${SHOP}/checkout`,
    actions: [
      act("input_text", { index: 2, text: "Ada Example" }),
      act("input_text", { index: 3, text: "Harbour Street 5" }),
      act("input_text", { index: 4, text: "20457 Hamburg" }),
    ],
    shot: "shop-checkout",
    duration: 16.9,
  }),
  step({
    memory: "Step 13. Address filled in. Payment: invoice is allowed by the task.",
    evaluation: "Success - All three fields are filled in.",
    goal: "Choose payment by invoice.",
    url: `${SHOP}/checkout`,
    actions: [act("click_element_by_index", { index: 12 })],
    shot: "shop-checkout",
    duration: 7.3,
  }),
  step({
    memory: "Step 14. Invoice chosen. The page shows a notice in red.",
    evaluation: "Failed - Invoice was refused: the shop wants a first order to be paid by card.",
    goal: "Read the notice and look for another way to pay.",
    url: `${SHOP}/checkout`,
    actions: [
      act("extract_content", {
        goal: "The text of the red notice and the ways to pay that are left",
      }),
    ],
    shot: "shop-checkout-error",
    duration: 13.4,
  }),
  step({
    memory:
      "Step 15. Cash on delivery is offered for 4.00 euros more, 153.00 in all: below the limit.",
    evaluation: "Success - Cash on delivery is available.",
    goal: "Choose cash on delivery and place the order.",
    url: `${SHOP}/checkout`,
    actions: [
      act("click_element_by_index", { index: 14 }),
      act("click_element_by_index", { index: 18 }),
    ],
    shot: "shop-checkout",
    duration: 9.9,
  }),
  step({
    memory: "Step 16. Order number FW-20417 is shown. Everything asked for is done.",
    evaluation: "Success - The order is confirmed.",
    goal: "Report the order and finish.",
    url: `${SHOP}/checkout/done`,
    actions: [
      act("done", { success: true, text: "Ordered the Lark 2 for 153.00 euros, order FW-20417." }),
    ],
    shot: "shop-done",
    duration: 5.4,
  }),
] as const;

import { act } from "../script";
import { step } from "./step";

/** The shop of the story. */
export const SHOP = "https://www.fernweg.example";
const LIST = `${SHOP}/search?q=walking+boots`;
const BOOT = `${SHOP}/boots/walking/tarn-mid`;

/** Looks for walking boots. */
export const BROWSING = [
  step({
    memory:
      "Nothing done yet. The task names the shop, the boots, a size and a limit of 150 euros.",
    evaluation: "Unknown - the browser has just been opened.",
    goal: "Open the Fernweg shop.",
    url: "about:blank",
    actions: [act("go_to_url", { url: `${SHOP}/` })],
    shot: "blank",
    duration: 4.2,
  }),
  step({
    memory:
      "Step 2. The start page of the shop is open. 0 of 3 conditions checked: waterproof, size 42, at most 150 euros.",
    evaluation: "Success - The start page of Fernweg is shown with a search field on top.",
    goal: "Search the shop for walking boots.",
    url: `${SHOP}/`,
    actions: [act("input_text", { index: 4, text: "walking boots" })],
    shot: "shop-home",
    duration: 7.8,
  }),
  step({
    memory: "Step 3. The search text is typed; five suggestions are open below the field.",
    evaluation: "Success - The text stands in the search field.",
    goal: "Send the search.",
    url: `${SHOP}/`,
    actions: [act("send_keys", { keys: "Enter" }), act("wait", { seconds: 2 })],
    shot: "shop-search",
    duration: 6.1,
  }),
  step({
    memory: "Step 4. 82 results, best match first. Prices from 54 to 189 euros.",
    evaluation: "Success - The list of walking boots is shown.",
    goal: "Sort the list by price so that the boots above 150 euros come last.",
    url: LIST,
    actions: [act("select_dropdown_option", { index: 17, text: "Price: low to high" })],
    shot: "shop-list",
    duration: 9.4,
  }),
  step({
    memory:
      "Step 5. Sorted by price. The cheapest ones are for children or of suede. Candidates start further down.",
    evaluation: "Success - The list now begins with the cheapest boot, at 54.00 euros.",
    goal: "Scroll to the boots between 90 and 150 euros.",
    url: `${LIST}&sort=price`,
    actions: [act("scroll_down", { amount: 640 })],
    shot: "shop-list-sorted",
    duration: 8.9,
  }),
  step({
    memory:
      "Step 6. In the range: Sill Low 94.00 (not waterproof), Fell Runner GT 119.00 (not waterproof), Tarn Mid 129.00 (waterproof, 540 g), Birch Winter 149.00 (lined).",
    evaluation: "Success - The boots in the wanted range are visible.",
    goal: "Open the Tarn Mid, the only one that is said to be waterproof.",
    url: `${LIST}&sort=price`,
    actions: [act("click_element_by_index", { index: 31 })],
    shot: "shop-list-scrolled",
    duration: 11.3,
  }),
] as const;

/** Buys them. */
export const BUYING = [
  step({
    memory: "Step 7. Tarn Mid Walking Boot: 129.00 euros instead of 159.00, 14 pairs in stock.",
    evaluation: "Success - The page of the Tarn Mid is open.",
    goal: "Read sizes, weight, membrane and delivery from the page.",
    url: BOOT,
    actions: [
      act("extract_content", {
        goal: "Sizes in stock, weight, membrane, price and day of delivery of the boot",
      }),
    ],
    shot: "shop-product",
    duration: 14.6,
  }),
  step({
    memory: "Step 8. Waterproof, 540 g each, sizes 39 to 45, delivery by Thursday. All hold.",
    evaluation: "Success - Membrane, sizes and price were read.",
    goal: "Put the boots into the bag.",
    url: BOOT,
    actions: [act("click_element_by_index", { index: 22 })],
    shot: "shop-product",
    duration: 5.7,
  }),
  step({
    memory: "Step 9. The button was pressed, yet the bag still shows 0.",
    evaluation: "Failed - The bag did not change after the click; a size has to be chosen first.",
    goal: "Choose size 42, then add the boots again.",
    url: BOOT,
    actions: [
      act("click_element_by_index", { index: 19 }),
      act("click_element_by_index", { index: 22 }),
    ],
    shot: "shop-product",
    duration: 10.2,
  }),
  step({
    memory: "Step 10. Boots in size 42 are in the bag. The socks are left: two pairs of wool.",
    evaluation: "Success - Size 42 is marked and the boots were added.",
    goal: "Add two pairs of wool hiking socks and open the bag.",
    url: BOOT,
    actions: [
      act("go_to_url", { url: `${SHOP}/clothing/wool-hiking-socks` }),
      act("select_dropdown_option", { index: 20, text: "2" }),
      act("click_element_by_index", { index: 22 }),
      act("go_to_url", { url: `${SHOP}/bag` }),
    ],
    shot: "shop-product",
    duration: 17.8,
  }),
  step({
    memory: "Step 11. Bag: Tarn Mid 42 at 129.00, two pairs of socks at 28.00, total 157.00.",
    evaluation: "Success - The bag lists the boots and two pairs of socks.",
    goal: "Go to the checkout.",
    url: `${SHOP}/bag`,
    actions: [act("click_element_by_index", { index: 9 })],
    shot: "shop-cart",
    duration: 8.1,
  }),
  step({
    memory: "Step 12. The checkout asks for an address and a card. Both come with the task.",
    evaluation: "Success - The checkout is open.",
    goal: "Fill in address and card.",
    url: `${SHOP}/checkout`,
    actions: [
      act("input_text", { index: 2, text: "Mara" }),
      act("input_text", { index: 3, text: "Lindqvist" }),
      act("input_text", { index: 4, text: "Quayside 7" }),
      act("input_text", { index: 5, text: "4021" }),
      act("input_text", { index: 6, text: "Tallowby" }),
      act("input_text", { index: 7, text: "<secret>card_1</secret>" }),
    ],
    shot: "shop-checkout-empty",
    duration: 16.9,
  }),
  step({
    memory: "Step 13. Everything is filled in; the button says 157.00 euros.",
    evaluation: "Success - No field is empty and none is marked.",
    goal: "Pay.",
    url: `${SHOP}/checkout`,
    actions: [act("click_element_by_index", { index: 12 }), act("wait", { seconds: 3 })],
    shot: "shop-checkout",
    duration: 9.3,
  }),
  step({
    memory: "Step 14. The bank refused the first card (code 51). Nothing was charged.",
    evaluation: "Failed - A red notice says that the card was refused: not enough funds.",
    goal: "Type the second card of the task.",
    url: `${SHOP}/checkout`,
    actions: [act("input_text", { index: 7, text: "<secret>card_2</secret>" })],
    shot: "shop-checkout-error",
    duration: 13.4,
  }),
  step({
    memory: "Step 15. The second card is typed and the notice is gone.",
    evaluation: "Success - The number of the card was exchanged.",
    goal: "Pay with the second card.",
    url: `${SHOP}/checkout`,
    actions: [act("click_element_by_index", { index: 12 }), act("wait", { seconds: 3 })],
    shot: "shop-checkout",
    duration: 9.9,
  }),
  step({
    memory: "Step 16. Order FW-20418 is paid, 157.00 euros. It arrives on Thursday, 12 November.",
    evaluation: "Success - The shop thanks for the order and shows its number.",
    goal: "Report the order and finish.",
    url: `${SHOP}/checkout/done`,
    actions: [act("done", { success: true, text: "Order FW-20418 is placed for 157.00 euros." })],
    shot: "shop-done",
    duration: 5.4,
  }),
] as const;

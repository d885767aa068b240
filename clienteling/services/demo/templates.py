"""What workers write about customers.

Places to fill: {item} and {another}, {garment}, {they}, {their}, {them}, {companion}, {colour}.
"""

from clienteling.services.demo.assortment import ANYONE, MEN, WOMEN
from clienteling.services.demo.nation import listed

# Each is (title, text); most of what is written at a till has no title.
VISITS = (
    ("", "Came in with {companion}. Tried the {garment}, left without it but liked the cut."),
    ("", "Looked for a present, decided for nothing yet. Showed {them} the {item}."),
    ("", "Only ten minutes in town. Put the {item} aside until Saturday."),
    ("", "Tried three pieces from the new delivery. Liked the {garment} best, in {colour} if it comes."),
    ("", "Brought back the {garment}: a seam had opened. Sent to the tailor, free of charge."),
    (
        "",
        "Had coffee and looked through the lookbook with {companion}. Wants to be told when {colour} comes in.",
    ),
    ("", "Asked for {colour}, which we did not have. Offered to order from the other store."),
    ("", "Needs an outfit for a wedding in the family. Measured, two proposals are put aside."),
    ("", "Was here during the rain, stayed an hour, and knows the whole collection now."),
    ("Alteration", "Picked up the {garment}, a good fit. Asked for the same in {colour}."),
    ("Exchange", "Exchanged the {item}. Receipt was there, tags too."),
    (
        "Preview evening",
        "Came to the preview with {companion}. Noted the {item} and the {another} for later.",
    ),
)
BOUGHT = (
    "Asked for the {item} and did not look at anything else.",
    "Came in with {companion}. Took the {item} after some thought.",
    "Knew what {they} wanted: the {item}. Wrapped as a present.",
    "Took the {item}. Put aside until the end of the month: the {another}.",
    "Asked for advice for a dinner. The {item} it was.",
    "Saw the {item} in the window and came in.",
)
CALLS = (
    ("Phone call", "Told {them} about the arrival of the {item}. Will come by this week."),
    ("Phone call", "Called about the fitting. {They} asked for a later hour, after work."),
    ("Phone call", "Wished {them} a happy birthday. Was glad, and is coming in next week."),
    ("Phone call", "No answer, left a message with the number of the store."),
    ("Phone call", "Asked whether we repair handles. We do; {they} will bring the bag."),
    ("Phone call", "Wants the {item} sent home. Address checked."),
    ("Phone call", "Asked when the new season comes. Promised the lookbook."),
    ("Phone call", "Busy, asked to be called in the evening. Spoke about the {item} then."),
    ("Phone call", "Thanked us for the parcel. Everything fits, {companion} likes it too."),
    ("Phone call", "Reserved a table for two at the preview."),
)
MAILS = (
    ("Lookbook", "Sent the lookbook of the season with three pieces marked, among them the {item}."),
    ("Thank you", "Wrote to thank {them} for the visit, with care instructions for the {item}."),
    ("Invitation", "Invited {them} to the preview. Answered the same day: comes with {companion}."),
    ("Invitation", "Invited {them} to the trunk show. No answer yet."),
    ("Question answered", "{They} asked for the {item} in {colour}. We have it from next month on."),
    ("Order", "Confirmed the order of the {item} from the other store, here within a week."),
    ("Photographs", "Sent photographs of the {item} and the {another}. {They} prefers the first."),
    ("Measurements", "{They} sent new measurements. Written into the customer's file."),
)
APPOINTMENTS = (
    ("Fitting", "Fitting of the {garment}: taken in by 1 cm, ready in a week."),
    ("Fitting", "Second fitting. Sits well now, sleeves shorter by 1 cm."),
    ("Styling hour", "An hour of styling with {companion}. Liked the {item}, not the {another}."),
    ("Wardrobe at home", "Went through the wardrobe at home. Needs knitwear and a good coat."),
    (
        "Private shopping",
        "Private shopping before opening. Six pieces tried, came back to the {garment} twice.",
    ),
    ("Made to measure", "Chose cloth and lining in {colour}; first fitting in three weeks."),
)
PLANNED = (
    ("appointment", "Fitting", "Fitting of the {garment}."),
    ("appointment", "Styling hour", "Styling hour with {companion}, {colour} is welcome."),
    ("phone", "Call", "Ask about the fit of the {garment}."),
    ("email", "Lookbook", "Send the lookbook of the new season."),
    ("visit", "Preview", "Comes to the preview with {companion}."),
)
INTERNAL_NOTES = (
    "Prefers to be called after 17:00.",
    "Allergic to wool next to the skin; always offer silk lining.",
    "Comes with {companion}, who decides. Offer a chair and water.",
    "Likes quiet: use the fitting room at the back.",
    "Buys presents in December, always wrapped, never with the price.",
    "Had trouble with a late delivery last year. Call before promising a day.",
    "Collects the silk carrés; lacks the older “Le port”.",
    "Drinks tea, no coffee. Parks in front of the door.",
    "Speaks quietly and decides fast. Do not offer more than three pieces.",
    "Travels a lot, is in town in the last week of the month.",
    "Asked for an invoice to the company, details are in the customer's file.",
    "Wears {colour} only. Do not offer prints.",
)
EXTERNAL_NOTES = (
    "Trousers: 1 cm longer than the size says.",
    "Keeps {their} furs and coats in our cold store over the summer.",
    "Sends {their} driver for parcels; please have them ready at the desk.",
    "Repairs: has a credit for one alteration.",
    "Prefers paper bags, no boxes.",
    "Writes, no calls.",
)
COMPANIONS = listed(
    """a friend, {their} sister, {their} daughter, {their} mother, {their} partner, a colleague, the children,
    {their} brother, {their} neighbour, {their} son"""
)
COLOURS = listed("navy, ivory, camel, black, bordeaux, forest green, grey, rose, petrol")
ITEMS = listed("cashmere stole, saddle bag, silk carré, nappa gloves, weekender, grand tote, card holder, zip wallet")
GARMENTS = {
    WOMEN: listed("cashmere wrap coat, bias-cut silk dress, tweed jacket, merino cardigan, silk blouse, wool trousers"),
    MEN: listed("overcoat, midnight suit, wool blazer, cashmere roll neck, Oxford shirt, flannel trousers"),
    ANYONE: listed("waxed raincoat, cashmere jumper, loden coat"),
}

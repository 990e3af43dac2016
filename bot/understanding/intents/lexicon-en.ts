/** The field's words in English, many spellings each: what a sentence touches, whatever its wording. */
export const lexiconEn: readonly (readonly [concept: string, words: RegExp])[] = [
  ["why", /\bwhy\b|how come|what happened|reason/],
  [
    "how",
    /\bhow (?:do|can|to|should|would|could|does|is|will|did)\b|procedure|process|steps?|way to|which way/,
  ],
  ["when", /\bwhen\b|how long|what (?:day|date|time)|how soon|which day/],
  ["where", /\bwhere\b|which (?:page|menu|screen)|find/],
  ["how-much", /how much|how many|how high|amount/],
  ["can", /\bcan\b|could|possible|may i|able to|am i allowed|let me/],
  ["want", /\bwant\b|would like|\bneed\b|wish|looking to|d like|gonna|going to/],
  ["not", /\bnot\b|\bno\b|never|unable|\bcannot\b|\bcant\b|\bdont\b|\bdoesnt\b|without|wont/],
  [
    "stop",
    /\bstop\b|cancel|abort|never ?mind|forget (?:it|that|about)|quit|scrap|drop (?:it|that)|disregard|changed my mind|undo that|call (?:it|that) off|withdraw (?:my|the|this)/,
  ],
  [
    "limit",
    /\blimits?\b|credit line|line of credit|credit raise|maximum|\bmax\b|how much (?:can|could|may) i (?:borrow|get)/,
  ],
  ["raise", /increase|raise|higher|\bmore\b|extra|bigger|upgrade|bump|boost|expand|larger/],
  ["lower", /decrease|lower|reduce|smaller|reduction/],
  ["interest", /interest|\brates?\b|\bapr\b|\bapy\b/],
  ["fee", /\bfees?\b|\bcosts?\b|charges?\b|\bcharged\b|price|expensive/],
  [
    "loan",
    /\bloans?\b|overdrafts?|mortgages?|\bborrow|lend|credit(?! (?:score|report|card|history|rating|bureau|check|file))|financing/,
  ],
  ["credit-card", /credit card|\bvisa\b|mastercard|amex|\bcard\b/],
  ["bill", /\bbills?\b|statement|\bowe\b|\bowed\b|balance|installments?|instalments?|monthly payment/],
  ["due", /\bdue\b|deadline|minimum (?:payment|amount)|pay ?day|payment date|minumum|minimum/],
  ["pay", /\bpay\b|\bpaying\b|payments?|\brepay|pay(?:ing)? (?:off|back)|\bsettle\b|\bpayoff\b|paid/],
  [
    "pay-off",
    /pay(?:ing)? (?:it |this |that |my \w+ |the \w+ )?(?:all )?(?:off|in full)|early|payoff|settle|whole (?:thing|loan)|entire|clear (?:my|the)|ahead of schedule|overpay/,
  ],
  [
    "method",
    /direct debit|auto ?pay|automatic|standing order|by card|bank account|debit card|checking|transfer|online|method|from my|set up/,
  ],
  [
    "late",
    /\blate\b|overdue|miss(?:ed|ing)?\b|behind|extend|extension|deferr?|postpone|grace|penalt|struggl|cant (?:pay|afford)|cannot (?:pay|afford)|not (?:able to )?(?:pay|afford)|default|collections?|delay|arrears|hardship/,
  ],
  [
    "credit-report",
    /credit (?:score|report|history|rating|bureau|check|file|record)|my credit|fico|experian|equifax|transunion|\bscore\b|creditworth/,
  ],
  ["hurt", /affect|hurt|impact|damage|influence|show (?:up )?on|appear on|harm/],
  ["reminder", /remind|notif|alert|text me|messages?|\bsms\b|emails?|unsubscribe/],
  ["list", /\blist\b|\ball\b|read|tell me|show me|what (?:are|is)|rundown/],
  [
    "person",
    /\bhuman|(?:real|actual|live|normal|another) (?:person|human|agent|being)|\bagents?\b|someone|somebody|anyone|representative|operator|manager|supervisor|customer (?:service|support|care)|\bpeople\b|advisor|adviser|a person|staff/,
  ],
  [
    "talk",
    /speak|talk|\bcall\b|contact|phone (?:number|line)|connect me|transfer me|put me|pass me|hotline|helpline|complain|reach/,
  ],
  ["robot", /\bbots?\b|robot|machine|automated|virtual agent|\bai\b|computer/],
  ["hello", /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|howdy|greetings|yo|sup)\b/],
  ["thanks", /\bthank|\bthx\b|appreciate|grateful|cheers|\bthanks\b/],
  [
    "capability",
    /what (?:can|do|could|else can) you|can you do|(?:help|assist) (?:me )?with|how (?:do|can) i use you|you (?:able|capable|good)|(?:things|questions|kinds?|sorts?|topics) (?:of|can|you|i|are)|should i ask|your (?:name|purpose|abilities|skills)|who are you|are you (?:a|real|human)/,
  ],
  [
    "apply",
    /\bapply|application|applying|take out|get a (?:new )?loan|open (?:a|an) (?:loan|overdraft)|request a/,
  ],
  [
    "status",
    /status|approved?\b|approval|process(?:ed|ing)?\b|receive|arrive|come through|\bgo through|update (?:me )?on|pending|progress|disburs|pay ?out|in my account|hear back/,
  ],
  [
    "eligible",
    /eligib|qualif|requirements?|criteria|\bage\b|years old|accepted|rejected|denied|declined|refused|turned down|conditions|allowed to (?:get|have|borrow|apply)|good enough/,
  ],
  [
    "offer",
    /what (?:kind|type|sort)s? of|(?:do|does) you(?:r bank)? offer|options|products|types of|tell me (?:more )?about|difference|compare|which (?:one|loan|is)|information (?:on|about)|better|best|more about|suit/,
  ],
  ["identity", /identity|\bid\b|verif|face|selfie|passport|\bproof of/],
  ["secret", /password|passcode|\bpin\b|\bcode\b|\blogin\b|log in|\blocked\b|username/],
  [
    "fraud",
    /fraud|stole|scam|suspicious|hack|unauthori|compromised|someone (?:has|used|is)|secure|safe|privacy|phishing|trust|did not (?:make|authori)|breach|my data|recogni/,
  ],
  [
    "details",
    /details|address|\bname\b|phone number|\bemail\b|married|moved|personal info|my info|surname|marital|maiden/,
  ],
  ["account", /\baccounts?\b|profile/],
  ["close", /close|delete|remove|deactivate|terminate|get rid|shut down/],
  ["change", /change|update|edit|switch|modify|correct|amend|replace/],
  [
    "proof",
    /contract|agreement|certificate|letter|proof|documents?|paperwork|\bcopy\b|statement of|closure letter/,
  ],
  ["schedule", /schedule|how long|term|extend|period|years?|months?|\ue003/],
  [
    "savings",
    /savings?|\bisa\b|deposits?|invest|stocks?|pension|\b401k\b|money market|\bcd\b|retire|taxe?s?\b|taxed/,
  ],
  [
    "cash",
    /\batm\b|\bcash\b|withdraw(?:al)?\b|top ?up|topping|wallet|apple pay|google pay|contactless|virtual card|disposable/,
  ],
  [
    "spending",
    /transactions?|refund|merchant|purchase|bought|item|exchange|currency|euros?|abroad|foreign|international|spent|spend/,
  ],
  ["transfer", /transfer|wire|send money|beneficiary|recipient/],
  [
    "cards",
    /new card|card (?:arriv|deliver|not work|declin|expire)|order a card|replacement card|activate|physical card|card payment|delivery/,
  ],
  ["travel", /travel|flight|hotel|trip|vacation|visa for|airport|plane|luggage|timezone|time zone/],
  ["food", /restaurant|recipe|cook|food|calorie|ingredient|dinner|lunch|meal|eat|pizza|milk|chicken|coffee/],
  [
    "world",
    /weather|movie|song|music|play|game|sport|capital|president|meaning of life|joke|story|dog|cat|history|country|city|science|planet|animal|language|translate|spell|define|definition|synonym|population|president|football|score of|team|book|author|actor|tv|show(?:s)? on|website|computer|college|school|work|job|lab|car\b|tire|oil|gas|jump|vehicle|insurance|coverage|doctor|health|shoes|flip a coin|roll|dice|calendar|meeting|alarm|timer|traffic|directions|shopping|todo|to do list|whisper|volume|lights?|smart home|dream|lifespan/,
  ],
  ["amount", /\ue002/],
  ["date", /\ue004/],
  ["question", /^(?:what|when|where|why|how|who|which|is|are|do|does|can|could|will|would|did|should|am)\b/],
];

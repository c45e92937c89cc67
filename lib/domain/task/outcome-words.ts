/** What a wording tells of a step. */
export type OutcomeClass = "success" | "failure" | "unknown";

/*
 * The words in which agents say how a step went, in the languages they write. Latin, Cyrillic and other words with
 * spaces stand for whole words, or for all words that begin so where they end in `*`.
 */

/** Says that the step failed, wherever it stands: the negated successes too. */
const FAILURE = `
  fehlgeschlagen; gescheitert; misserfolg; erfolglos*; fehlschlag; misslungen; missglückt
  nicht erfolgreich; kein erfolg; ohne erfolg; nicht gelungen; nicht geklappt; nicht funktioniert
  nicht geladen; nicht gefunden; konnte nicht; konnten nicht; schlug fehl; mislukt*; niet gelukt
  niet succesvol; zonder succes; geen succes; gefaald; niet geslaagd; niet gevonden; misslyckad*
  misslyckades; misslyckats; lyckades inte; inte lyckad*; utan framgång; kunde inte; mislykket
  mislykkedes; mislyktes; lykkedes ikke; lyktes ikke; ikke vellykket; kunne ikke; fejlede; feilet
  échec; échoué*; echec; sans succès; pas réussi; n'a pas fonctionné; n'a pas abouti; impossible de
  infructueu*; fallido; fallida; falló; fallo; fallado; fracasó; fracaso; fracasado; sin éxito
  no exitos*; no tuvo éxito; no se pudo; no se logró; no logrado; no funcionó; no cargó; falhou; falha
  falhado; fracassou; sem sucesso; não teve sucesso; não foi possível; não funcionou; não conseguiu
  malsucedid*; mal sucedid*; mal-sucedid*; fallito; fallita; fallimento; senza successo; non riuscito
  non riuscita; non è riuscit*; non ha funzionato; impossibile; niepowodzenie; nieudan*; nie powiodł*
  nie udało; nieskuteczn*; porażka; bez powodzenia; neúspěch; neúspěšn*; selhal*; selhání; nepodařil*
  nezdařil*; bez úspěchu; неудач*; не удалось; не удался; не удалась; неуспех; неуспешн*; безуспешн*
  провал*; не получилось; ошибка; невдач*; не вдалося; не вдалось; неуспіх; неуспішн*; безуспішн*
  помилка; başarısız*; başarılamadı; başarılı değil; başarılı olmadı; thất bại; không thành công
  chưa thành công; không thể; gagal; tidak berhasil; tanpa hasil; kegagalan; विफल*; असफल*; नाकाम*
  सफल नहीं; فشل*; الفشل; لم ينجح; لم تنجح; دون نجاح; بدون نجاح; غير ناجح*; نجاح لم; تعذر*; נכשל*
  כישלון; כשל; לא הצליח*; לא צלח*; ללא הצלחה`;

/** Says that the step succeeded. */
const SUCCESS = `
  erfolg; erfolgreich*; gelungen; geschafft; erledigt; geglückt; gelukt; geslaagd; succes; succesvol*
  framgång; lyckades; lyckad; lyckat; lyckats; lykkedes; lyktes; vellykket; vellykkede; suksess
  gennemført; succès; réussi; réussie; réussite; terminé; éxito; exito; exitoso; exitosa; exitosamente
  completado; logrado; logró; sucesso; bem-sucedid*; bem sucedid*; concluído; concluída; successo
  riuscito; riuscita; completato; completata; sukces; powodzenie; udało; powiodło; powiodła; powiódł
  pomyślnie; udane; udana; úspěch; úspěšně; úspěšn*; podařilo; hotovo; успех; успешн*; удалось; удачно
  получилось; готово; успіх; успішн*; вдалося; başarılı*; başarıyla; başardı*; thành công; berhasil
  sukses; सफल*; कामयाब*; نجح; نجحت; نجاح; النجاح; بنجاح; ناجح; ناجحة; הצלחה; בהצלחה; הצליח; הצליחה
  הצליחו`;

/** Says that it is not known, not whole or not yet. */
const HEDGE = `
  unclear; uncertain*; unknown; unsure; unverified; unconfirmed; inconclusive; undetermined; ambiguous
  partial*; partly; mixed; maybe; perhaps; possibly; probably; likely; presumably; apparently
  supposedly; assum*; might; may; should; would; will; seem*; appears; appeared to; almost; nearly
  mostly; half; pending; in progress; ongoing; not sure; not clear; not certain; not known
  not verified; not confirmed; need confirmation; needs confirmation; n/a; applicable; to be; tbd
  potential*; not yet; hopefully; neither; somewhat; doubtful; questionable; i think; i believe
  i guess; i hope; wäre; würde; hätte; sollte; wenn; falls; ob; serait; aurait; devrait; sería; habría
  debería; seria; teria; deveria; sarebbe; avrebbe; dovrebbe; byłby; byłoby; powinno; jeśli; czy; бы
  должно; если; ли; якщо; чи; pokud; zou; skulle; borde; burde; hvis; eğer; olabilir; olmalı; nếu; sẽ
  jika; akan; यदि; अगर; إذا; لو; אם; vielleicht; möglicherweise; wahrscheinlich; unklar; unsicher
  teilweise; teilerfolg; unbekannt; vermutlich; scheint; ungewiss; gedeeltelijk*; misschien
  onduidelijk; onbekend; deels; waarschijnlijk; delvis*; kanske; oklart; okänt; måske; uklart; kanskje
  ukendt; ukjent; peut-être; partiel*; incertain*; probablement; inconnu*; semble; parcial*; quizá*
  incierto; probablemente; desconocido; parece; tal vez; talvez; incerto; provavelmente; desconhecido
  forse; parzial*; probabilmente; sconosciuto; sembra; częściow*; może; prawdopodobnie; niejasn*
  nieznan*; niepewn*; částečn*; možná; nejasn*; neznám*; pravděpodobně; nejist*; частичн*; возможно
  вероятно; неясно; неизвестно; наверное; похоже; частков*; можливо; ймовірно; невідомо; незрозуміло
  kısmen; kısmi; belki; belirsiz*; bilinmiyor; muhtemelen; một phần; có thể; có lẽ; chưa rõ; không rõ
  không chắc*; sebagian; mungkin; belum; tidak jelas; tidak diketahui; आंशिक*; शायद; अज्ञात; अस्पष्ट
  संभवतः; جزئي*; ربما; غير معروف; غير واضح; غير مؤكد; חלקי*; אולי; לא ידוע; לא ברור; כנראה`;

/** Of languages written without spaces, and Korean, whose words take endings: found inside words. */
const INNER_FAILURE =
  "失败|失敗|未成功|没有成功|沒有成功|没成功|不成功|未能|无法|無法|没能|无效|未生效|未完成|无变化|無變化|没有反应|沒有反應|没有变化|できません|できなかった|うまくいか|실패|성공하지|못했|되지 않았|할 수 없";
const INNER_SUCCESS = "成功|已完成|完了しました|성공|완료";
const INNER_HEDGE =
  "部分|可能|不确定|不確定|无法确定|無法確定|无法判断|無法判斷|未知|不明|尚未|也许|也許|似乎|应该|應該|如果|是否|一部|かもしれ|おそらく|はず|わかりません|まだ|부분|불확실|아마|알 수 없|불명|미정|것 같|확인 필요|진행 중|进行中|進行中";

/** Takes back the word after it. */
export const DENIAL = words(
  `
  not; no; never; nicht; kein*; nie; niet; geen; inte; ikke; ej; pas; ne; sans; non; senza; nessun*
  não; nem; sem; sin; ningún; bez; není; žádn*; не; нет; без; ні; немає; değil; không; chưa; bukan
  tidak; tanpa; नहीं; ليس; لم; لا; لن; غير; לא; אין; ללא`,
  "没有|沒有|不是|并非|並非|没|未|しなかった|しません|していない|ではな|なし|없|않",
);

export const FAILURE_WORDS = words(FAILURE, INNER_FAILURE);
export const SUCCESS_WORDS = words(SUCCESS, INNER_SUCCESS);
export const HEDGES = words(HEDGE, INNER_HEDGE);

/** What stands before the colon of a verdict. */
export const VERDICT_LABELS =
  "verdict|conclusion|final verdict|overall|fazit|urteil|conclusión|conclusão|conclusione|wniosek|závěr|вывод|вердикт|висновок|karar|kết luận|kesimpulan|结论|結論|判定|결론|판정|निष्कर्ष|الحكم|الخلاصة|פסק דין|מסקנה|oordeel|conclusie|slutsats|konklusion|konklusjon";
/** What stands before a verdict at the beginning. */
export const OPENING_LABELS = `${VERDICT_LABELS}|eval|evaluation|assessment|result|outcome|status|(?:the )?(?:last|previous|prior) (?:goal|action|step)(?: (?:result|status|evaluation))?|step \\d+|bewertung|ergebnis|letzte aktion|letzter schritt|évaluation|résultat|evaluación|resultado|avaliação|valutazione|risultato|esito|ocena|wynik|hodnocení|výsledek|оценка|результат|оцінка|değerlendirme|sonuç|đánh giá|kết quả|evaluasi|hasil|评估|評估|结果|結果|评价|上一步|評価|평가|결과|मूल्यांकन|परिणाम|التقييم|النتيجة|הערכה|תוצאה|beoordeling|resultaat|bedömning|resultat|vurdering`;

function words(list: string, inner: string): RegExp {
  const parts = list
    .trim()
    .split(/;\s+|\n\s*/u)
    .map((word) => word.replace(/\*$/, "[\\p{L}\\p{M}]*"));
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${parts.join("|")})(?![\\p{L}\\p{M}])|${inner}`, "u");
}

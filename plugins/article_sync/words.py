"""What reports say, in Chinese and English."""

FIELD_WORDS = {
    "title": ("标题", "title"),
    "author": ("作者", "author"),
    "digest": ("摘要", "digest"),
    "cover": ("封面", "cover"),
    "body": ("正文", "text"),
    "pictures": ("图片", "pictures"),
    "comments": ("留言设置", "comment settings"),
    "theme": ("样式", "theme"),
    "post": ("多图文", "articles of one draft"),
}

RULE_WORDS = {
    "create": ("新建草稿", "create draft"),
    "push": ("推送", "push"),
    "pull": ("拉取", "pull"),
    "orphan of ours": ("找回", "import, ours"),
    "written in console": ("导入", "import"),
    "pair": ("配对", "pair"),
    "first contact conflict": ("首次冲突", "first contact conflict"),
    "false conflict": ("两边已一致", "equal by now"),
    "conflict over": ("冲突已了", "conflict over"),
    "conflict": ("冲突", "conflict"),
    "drift": ("格式变动", "drift"),
    "rename": ("改名", "rename"),
    "re-index": ("换位置", "re-index"),
    "opted out": ("不进公众号", "opted out"),
    "same at a new time": ("一致", "in sync"),
    "mergeable": ("可合并的冲突", "mergeable conflict"),
    "merge": ("合并", "merge"),
    "keep local": ("以文件为准", "keep the file"),
    "keep account": ("以公众号为准", "keep the account"),
    "keep both": ("两份都留", "keep both"),
    "restyle": ("换样式", "restyle"),
    "published": ("已发表", "published"),
    "published, pull": ("已发表，拉取", "published, pull"),
    "published, conflict": ("已发表，冲突", "published, conflict"),
    "frozen": ("已发表后更正", "corrected after publishing"),
    "tombstone": ("文件已删，文章已发表", "file deleted, article public"),
    "published and draft": ("已发表又有草稿", "published and a draft"),
    "known elsewhere": ("有 id，没有记录", "an id without a record"),
    "vanished, unknown": ("草稿不见了，去向不明", "draft vanished, unknown"),
    "remote delete": ("草稿已删", "draft deleted"),
    "create again": ("重新建草稿", "create again"),
    "detach": ("不再同步", "detach"),
    "edited but deleted there": ("这边改了，草稿已删", "edited here, deleted there"),
    "edited but deleted here": ("公众号里改了，文件已删", "edited there, deleted here"),
    "restore": ("恢复文件", "restore the file"),
    "local delete": ("文件已删", "file deleted"),
    "delete draft": ("删除草稿", "delete the draft"),
    "both gone": ("两边都没有", "gone on both sides"),
    "duplicate id": ("id 重复", "duplicate id"),
    "id lost": ("id 丢失", "id lost"),
    "id found": ("找回 id", "id found again"),
    "regroup": ("重组多图文", "regroup a draft"),
    "regroup waits": ("多图文暂不重组", "regrouping waits"),
    "too many in one draft": ("多图文超过 8 篇", "more than 8 in one draft"),
    "stale": ("和计划不同", "not as planned"),
    "behind": ("文件夹是旧的", "behind"),
    "brake": ("安全刹车", "brake"),
    "final comparison": ("最后核对", "final comparison"),
    "problem": ("文件有误", "file problem"),
}

NEXT_STEPS = {
    ("create", "done"): (
        "草稿已在公众号草稿箱，去后台预览、发表；文件里多了 id，提交 content/ 到 git",
        "the draft is in the draft box: preview and publish it; the file has an id now, commit content/",
    ),
    ("push", "done"): (
        "公众号草稿已更新，去后台看一眼；提交 content/ 到 git",
        "the draft is up to date: have a look in the console; commit content/",
    ),
    ("restyle", "done"): (
        "草稿已换成现在的样式，去后台看一眼",
        "the draft has the theme of today: have a look in the console",
    ),
    ("pull", "done"): ("已写入文件，看过差异后提交 git", "the file is rewritten: check the diff, commit it"),
    ("written in console", "done"): (
        "已存为草稿文件，核对后删掉 status: draft 就会上网站",
        "saved as a draft: check it, remove 'status: draft' to show it on the site",
    ),
    ("orphan of ours", "done"): (
        "已从公众号找回文件，核对后提交 git（若是同事刚写的，改用 git pull）",
        "the file was brought back: check it, commit it (or git pull, if a colleague has just written it)",
    ),
    ("pair", "done"): ("已记录，不用做什么", "recorded, nothing to do"),
    ("false conflict", "done"): ("已记录，不用做什么", "recorded, nothing to do"),
    ("conflict over", "done"): ("已记录，不用做什么", "recorded, nothing to do"),
    ("drift", "done"): ("文字没变，已记录，不用做什么", "same words, recorded, nothing to do"),
    ("rename", "done"): ("已记录新文件名，不用做什么", "new name recorded, nothing to do"),
    ("re-index", "done"): ("已记录新位置，不用做什么", "new place recorded, nothing to do"),
    ("conflict", "attention"): (
        "两边改了同一处，都没有动。公众号的版本放在旁边的 .account.md。选一边（同事刚同步过的话，先 git pull）：",
        "both sides edited the same place, neither was touched. The account's version goes into the .account.md. "
        "Choose one (git pull first if a colleague has just synced):",
    ),
    ("first contact conflict", "attention"): (
        "没有同步记录，两边却不同，都没有动。先 git pull 找记录；没有的话运行 python3 tasks.py resync 重新配对；"
        "还不同就选一边：",
        "both sides differ and nothing is recorded; neither was touched. Try git pull for the record, then "
        "python3 tasks.py resync to pair them; if they still differ, choose one:",
    ),
    ("mergeable", "attention"): (
        "两边改的是不同的地方，可以自动合并；也可以只留一边",
        "both sides edited different places: merge them, or keep one side",
    ),
    ("merge", "done"): (
        "两边的改动都在了，看过差异后提交 git",
        "both edits are in both places: check the diff, commit it",
    ),
    ("keep local", "done"): (
        "公众号已改成文件的样子；它原来的版本在 .wechat/trash",
        "the account says what the file says; its version is in .wechat/trash",
    ),
    ("keep account", "done"): (
        "文件已改成公众号的样子；原来的在 .wechat/trash，看过后提交 git",
        "the file says what the account says; the old one is in .wechat/trash: check it, commit it",
    ),
    ("keep both", "done"): (
        "两篇都在了，看过后提交 git，多余的再删",
        "both are there: check and commit them, delete what is not needed",
    ),
    ("keep local", "attention"): (
        "已发表的文字不能改：网站用文件的版本，并注明更正日期",
        "what is published cannot change: the site shows the file's version with the day of the correction",
    ),
    ("published", "done"): (
        "已记下永久链接，提交 git；以后的改动只更新网站",
        "the permanent link is recorded: commit it; later edits change the site only",
    ),
    ("published, pull", "done"): (
        "发表前在后台改过，已写入文件，看过差异后提交 git",
        "it was edited before publishing; the file has it now: check the diff, commit it",
    ),
    ("published, conflict", "attention"): (
        "发表前在后台改过，文件也改过。公众号的版本放在旁边的 .account.md：选一边",
        "it was edited before publishing, and so was the file. Its version goes into the .account.md: choose one",
    ),
    ("frozen", "attention"): (
        "公众号里已发表的文字不会变；网站已用新文字，并注明更正日期。要紧的更正请在公众号另发一篇",
        "the published text stays; the site shows the new one with its day. If it matters, publish a correction",
    ),
    ("tombstone", "done"): (
        "公众号里的文章还在；它在网站上的地址会转到文章列表。要一起撤下，请到后台删除",
        "the article stays in WeChat; its address on the site leads to the list. Delete it in the console if needed",
    ),
    ("published and draft", "attention"): (
        "已发表的文章在草稿箱里又有一份，两边都没有动。请到后台删掉草稿，或清掉它的阅读原文链接",
        "a published article has a draft again; nothing was touched. Delete the draft, or clear its source link",
    ),
    ("vanished, unknown", "attention"): (
        "草稿箱里没有它了，这个公众号不能查询已发表的文章，所以什么都没有做。已发表的请登记："
        "python3 tasks.py copy --paired <id> <链接>；删掉的请在文件里写 wechat: detached",
        "it left the draft box, and this account may not list what it published: nothing was done. If published: "
        "python3 tasks.py copy --paired <id> <link>; if deleted: write 'wechat: detached' in the file",
    ),
    ("known elsewhere", "attention"): (
        "文件有 id，却没有同步记录，也查不到是否已发表，所以没有新建。先 git pull 找记录；确定要新建草稿：",
        "it has an id but no record, and may be published already: nothing was created. Try git pull; to create it:",
    ),
    ("remote delete", "attention"): (
        "草稿在后台删掉了，文件保留。重新建草稿，或不再同步：",
        "the draft was deleted in the console; the file stays. Create it again, or stop syncing it:",
    ),
    ("edited but deleted there", "attention"): (
        "草稿在后台删掉了，而文件又改过，文件保留。重新建草稿，或不再同步：",
        "the draft was deleted in the console, the file edited since; it stays. Create it again, or stop syncing it:",
    ),
    ("edited but deleted here", "attention"): (
        "文件删了，草稿却在后台改过：公众号的版本放在旁边的 .account.md。恢复文件，或连草稿一起删：",
        "the file was deleted, the draft edited since: its version goes into the .account.md. Restore, or delete both:",
    ),
    ("restore", "done"): ("文件已恢复，看过后提交 git", "the file is back: check it, commit it"),
    ("create again", "done"): ("草稿已重新建好，去后台预览", "the draft is there again: preview it in the console"),
    ("detach", "done"): ("文件里写了 wechat: detached，提交 git", "the file says 'wechat: detached': commit it"),
    ("local delete", "attention"): (
        "草稿还在公众号。连草稿一起删，或恢复文件：",
        "the draft is still in the account. Delete it too, or restore the file:",
    ),
    ("delete draft", "done"): ("草稿已删，副本在 .wechat/trash", "the draft is deleted, a copy is in .wechat/trash"),
    ("both gone", "done"): ("两边都没有了，记录已清", "gone on both sides, forgotten"),
    ("duplicate id", "attention"): (
        "公众号里有几篇带同一个 id，两边都没有动。请到后台删掉多余的",
        "several account articles carry this id; neither side was touched. Delete the surplus one in the console",
    ),
    ("id lost", "clash"): (
        "说不准这个文件原来是哪一篇，没有动。从 git 找回 id 那一行；若是新文章，请换个文件名",
        "it cannot be told which article this was; untouched. Restore its 'id:' line from git, or rename a new article",
    ),
    ("id found", "done"): ("id 已写回文件，提交 git", "the id is in the file again: commit it"),
    ("regroup", "done"): (
        "多图文草稿已建好；被它代替的旧草稿已删（副本在 .wechat/trash）。去后台预览",
        "the draft is made; one that it replaces is deleted (a copy is in .wechat/trash): preview it",
    ),
    ("regroup waits", "attention"): (
        "同一条草稿里有别的文章还没处理完（冲突、刚导入或文件已删）。先处理它们，再运行",
        "other articles of the draft come first: a conflict, a fresh import, a deleted file. Then run again",
    ),
    ("too many in one draft", "attention"): (
        "一条多图文最多 8 篇。请把一部分改到另一个 post",
        "a draft holds 8 articles at most. Give some of them another 'post'",
    ),
    ("stale", "attention"): (
        "计划之后有改动，这一篇没有动。运行 python3 tasks.py sync 看现在的情况，或重新 --plan",
        "it is not as it was planned, and was left alone. Run python3 tasks.py sync, or make a new plan",
    ),
    ("behind", "attention"): (
        "先 git pull，再运行；两边都没有动",
        "git pull first, then run again; neither side was touched",
    ),
    ("brake", "attention"): ("真正运行时会停在这里，一步都不做", "a real run stops here, before the first write"),
    ("final comparison", "attention"): ("再运行一次", "run again"),
    ("", "planned"): ("正式运行时就会执行", "a real run does it"),
    ("", "waiting"): ("这次的方向不包含它，用 sync 处理", "not part of this direction: use sync"),
    ("", "attention"): ("请按下面的说明处理后再运行", "see below, then run again"),
    ("", "failed"): ("处理好上面的原因，就可以放心再运行", "once the cause above is gone it is safe to run again"),
    ("", "done"): ("不用做什么", "nothing to do"),
    ("", "clash"): ("请核对 id 后再运行", "check the id, then run again"),
}

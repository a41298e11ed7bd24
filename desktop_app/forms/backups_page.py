# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'backups_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy,
    QSpacerItem, QTableWidget, QVBoxLayout,
    QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.feedback.status_line import ProgressLine
from desktop_app.widgets.shell.card import CardFrame
from desktop_app.widgets.style.state_mark import StateMark
class Ui_BackupsPage(object):
    def setupUi(self, BackupsPage):
        if not BackupsPage.objectName():
            BackupsPage.setObjectName(u"BackupsPage")
        BackupsPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(BackupsPage)
        self.column.setSpacing(14)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 18, 28, 14)
        self.title = TextLabel(BackupsPage)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.now = CardFrame(BackupsPage)
        self.now.setObjectName(u"now")
        self.nowColumn = QVBoxLayout(self.now)
        self.nowColumn.setSpacing(12)
        self.nowColumn.setObjectName(u"nowColumn")
        self.nowColumn.setContentsMargins(16, 16, 16, 16)
        self.stateLine = QHBoxLayout()
        self.stateLine.setSpacing(8)
        self.stateLine.setObjectName(u"stateLine")
        self.stateLine.setContentsMargins(0, 0, 0, 0)
        self.mark = StateMark(self.now)
        self.mark.setObjectName(u"mark")

        self.stateLine.addWidget(self.mark)

        self.state = TextLabel(self.now)
        self.state.setObjectName(u"state")

        self.stateLine.addWidget(self.state)


        self.nowColumn.addLayout(self.stateLine)

        self.makeLine = QHBoxLayout()
        self.makeLine.setSpacing(8)
        self.makeLine.setObjectName(u"makeLine")
        self.makeLine.setContentsMargins(0, 0, 0, 0)
        self.make = Button(self.now)
        self.make.setObjectName(u"make")
        self.make.setProperty(u"kind", u"filled")
        self.make.setProperty(u"icon_name", u"archive")
        self.make.setProperty(u"hint", u"Ctrl+B")

        self.makeLine.addWidget(self.make)

        self.choose = Button(self.now)
        self.choose.setObjectName(u"choose")
        self.choose.setProperty(u"kind", u"outlined")
        self.choose.setProperty(u"icon_name", u"folder")

        self.makeLine.addWidget(self.choose)

        self.makeGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.makeLine.addItem(self.makeGap)


        self.nowColumn.addLayout(self.makeLine)


        self.column.addWidget(self.now)

        self.busy = QWidget(BackupsPage)
        self.busy.setObjectName(u"busy")
        self.busyLine = QHBoxLayout(self.busy)
        self.busyLine.setSpacing(8)
        self.busyLine.setObjectName(u"busyLine")
        self.busyLine.setContentsMargins(0, 0, 0, 0)
        self.busyText = TextLabel(self.busy)
        self.busyText.setObjectName(u"busyText")

        self.busyLine.addWidget(self.busyText)

        self.progress = ProgressLine(self.busy)
        self.progress.setObjectName(u"progress")

        self.busyLine.addWidget(self.progress)

        self.cancel = Button(self.busy)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"kind", u"outlined")
        self.cancel.setProperty(u"compact", True)

        self.busyLine.addWidget(self.cancel)


        self.column.addWidget(self.busy)

        self.foldLine = QHBoxLayout()
        self.foldLine.setSpacing(8)
        self.foldLine.setObjectName(u"foldLine")
        self.foldLine.setContentsMargins(0, 0, 0, 0)
        self.fold = Button(BackupsPage)
        self.fold.setObjectName(u"fold")
        self.fold.setProperty(u"kind", u"quiet")
        self.fold.setProperty(u"icon_name", u"chevron-down")

        self.foldLine.addWidget(self.fold)

        self.foldGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foldLine.addItem(self.foldGap)


        self.column.addLayout(self.foldLine)

        self.all = QWidget(BackupsPage)
        self.all.setObjectName(u"all")
        self.allColumn = QVBoxLayout(self.all)
        self.allColumn.setSpacing(14)
        self.allColumn.setObjectName(u"allColumn")
        self.allColumn.setContentsMargins(0, 0, 0, 0)
        self.card = CardFrame(self.all)
        self.card.setObjectName(u"card")
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(0)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(12, 12, 12, 12)
        self.table = QTableWidget(self.card)
        self.table.setObjectName(u"table")

        self.cardColumn.addWidget(self.table)

        self.empty = EmptyPage(self.card)
        self.empty.setObjectName(u"empty")

        self.cardColumn.addWidget(self.empty)


        self.allColumn.addWidget(self.card)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.acts.setContentsMargins(0, 0, 0, 0)
        self.restore = Button(self.all)
        self.restore.setObjectName(u"restore")
        self.restore.setProperty(u"kind", u"outlined")
        self.restore.setProperty(u"icon_name", u"archive-restore")

        self.acts.addWidget(self.restore)

        self.look = Button(self.all)
        self.look.setObjectName(u"look")
        self.look.setProperty(u"kind", u"outlined")
        self.look.setProperty(u"icon_name", u"eye")
        self.look.setProperty(u"hint", u"Enter")

        self.acts.addWidget(self.look)

        self.verify = Button(self.all)
        self.verify.setObjectName(u"verify")
        self.verify.setProperty(u"kind", u"outlined")
        self.verify.setProperty(u"icon_name", u"check")
        self.verify.setProperty(u"hint", u"Ctrl+T")

        self.acts.addWidget(self.verify)

        self.actsGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.actsGap)

        self.check = Button(self.all)
        self.check.setObjectName(u"check")
        self.check.setProperty(u"kind", u"outlined")
        self.check.setProperty(u"icon_name", u"list-checks")

        self.acts.addWidget(self.check)

        self.archive = Button(self.all)
        self.archive.setObjectName(u"archive")
        self.archive.setProperty(u"kind", u"outlined")
        self.archive.setProperty(u"icon_name", u"folder-open")

        self.acts.addWidget(self.archive)

        self.help = Button(self.all)
        self.help.setObjectName(u"help")
        self.help.setProperty(u"kind", u"quiet")
        self.help.setProperty(u"icon_name", u"circle-help")

        self.acts.addWidget(self.help)


        self.allColumn.addLayout(self.acts)


        self.column.addWidget(self.all)

        self.bottom = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.bottom)

        self.band = MessageBand(BackupsPage)
        self.band.setObjectName(u"band")

        self.column.addWidget(self.band)


        self.retranslateUi(BackupsPage)
    # setupUi

    def retranslateUi(self, BackupsPage):
        self.title.setText(QCoreApplication.translate("BackupsPage", u"\u067e\u0634\u062a\u06cc\u0628\u0627\u0646\u200c\u0647\u0627", None))
        self.make.setText(QCoreApplication.translate("BackupsPage", u"\u067e\u0634\u062a\u06cc\u0628\u0627\u0646\u200c\u06af\u06cc\u0631\u06cc", None))
#if QT_CONFIG(accessibility)
        self.make.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u067e\u0634\u062a\u06cc\u0628\u0627\u0646\u200c\u06af\u06cc\u0631\u06cc \u06a9\u0646\u0627\u0631 \u062f\u0627\u062f\u0647\u200c\u0647\u0627 \u0648 \u062f\u0631 \u062c\u0627\u06cc \u062f\u0648\u0645", None))
#endif // QT_CONFIG(accessibility)
        self.choose.setText(QCoreApplication.translate("BackupsPage", u"\u062c\u0627\u06cc \u062f\u0648\u0645\u2026", None))
#if QT_CONFIG(accessibility)
        self.choose.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u0628\u0631\u06af\u0632\u06cc\u062f\u0646 \u062c\u0627\u06cc \u062f\u0648\u0645 \u067e\u0634\u062a\u06cc\u0628\u0627\u0646\u200c\u0647\u0627", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.progress.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u067e\u06cc\u0634\u0631\u0641\u062a \u06a9\u0627\u0631", None))
#endif // QT_CONFIG(accessibility)
        self.cancel.setText(QCoreApplication.translate("BackupsPage", u"\u0627\u0646\u0635\u0631\u0627\u0641", None))
#if QT_CONFIG(accessibility)
        self.cancel.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u0627\u0646\u0635\u0631\u0627\u0641 \u0627\u0632 \u06a9\u0627\u0631\u06cc \u06a9\u0647 \u062f\u0631 \u062c\u0631\u06cc\u0627\u0646 \u0627\u0633\u062a", None))
#endif // QT_CONFIG(accessibility)
        self.fold.setText(QCoreApplication.translate("BackupsPage", u"\u0647\u0645\u0647\u0654 \u067e\u0634\u062a\u06cc\u0628\u0627\u0646\u200c\u0647\u0627", None))
#if QT_CONFIG(accessibility)
        self.fold.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u0646\u0634\u0627\u0646 \u062f\u0627\u062f\u0646 \u06cc\u0627 \u0628\u0633\u062a\u0646 \u0641\u0647\u0631\u0633\u062a \u0647\u0645\u0647\u0654 \u067e\u0634\u062a\u06cc\u0628\u0627\u0646\u200c\u0647\u0627", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u0647\u0645\u0647\u0654 \u067e\u0634\u062a\u06cc\u0628\u0627\u0646\u200c\u0647\u0627", None))
#endif // QT_CONFIG(accessibility)
        self.restore.setText(QCoreApplication.translate("BackupsPage", u"\u0628\u0627\u0632\u06af\u0631\u062f\u0627\u0646\u062f\u0646\u2026", None))
#if QT_CONFIG(accessibility)
        self.restore.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u0628\u0627\u0632\u06af\u0631\u062f\u0627\u0646\u062f\u0646 \u062f\u0641\u062a\u0631 \u0627\u0632 \u067e\u0634\u062a\u06cc\u0628\u0627\u0646 \u0628\u0631\u06af\u0632\u06cc\u062f\u0647", None))
#endif // QT_CONFIG(accessibility)
        self.look.setText(QCoreApplication.translate("BackupsPage", u"\u062f\u06cc\u062f\u0646", None))
#if QT_CONFIG(accessibility)
        self.look.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u062f\u06cc\u062f\u0646 \u067e\u0634\u062a\u06cc\u0628\u0627\u0646 \u0628\u0631\u06af\u0632\u06cc\u062f\u0647 \u062f\u0631 \u067e\u0646\u062c\u0631\u0647\u200c\u0627\u06cc \u062c\u062f\u0627\u060c \u0628\u06cc \u0628\u0627\u0632\u06af\u0631\u062f\u0627\u0646\u062f\u0646", None))
#endif // QT_CONFIG(accessibility)
        self.verify.setText(QCoreApplication.translate("BackupsPage", u"\u0622\u0632\u0645\u0648\u062f\u0646", None))
#if QT_CONFIG(accessibility)
        self.verify.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u0622\u0632\u0645\u0648\u062f\u0646 \u067e\u0634\u062a\u06cc\u0628\u0627\u0646 \u0628\u0631\u06af\u0632\u06cc\u062f\u0647: \u0647\u0645\u0647\u0654 \u0628\u0627\u06cc\u062a\u200c\u0647\u0627 \u062e\u0648\u0627\u0646\u062f\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f", None))
#endif // QT_CONFIG(accessibility)
        self.check.setText(QCoreApplication.translate("BackupsPage", u"\u0628\u0631\u0631\u0633\u06cc \u06a9\u0627\u0645\u0644", None))
#if QT_CONFIG(accessibility)
        self.check.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u0628\u0631\u0631\u0633\u06cc \u06a9\u0627\u0645\u0644 \u062f\u0641\u062a\u0631: \u0631\u062f\u06cc\u0641\u200c\u0647\u0627\u060c \u0632\u0646\u062c\u06cc\u0631\u0647\u0654 \u0631\u0648\u06cc\u062f\u0627\u062f\u0647\u0627 \u0648 \u0641\u0627\u06cc\u0644\u200c\u0647\u0627\u06cc \u067e\u06cc\u0648\u0633\u062a", None))
#endif // QT_CONFIG(accessibility)
        self.archive.setText(QCoreApplication.translate("BackupsPage", u"\u0646\u0633\u062e\u0647\u0654 \u062e\u0648\u0627\u0646\u062f\u0646\u06cc\u2026", None))
#if QT_CONFIG(accessibility)
        self.archive.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u0646\u0633\u062e\u0647\u0654 \u062e\u0648\u0627\u0646\u062f\u0646\u06cc \u0628\u062f\u0648\u0646 \u0628\u0631\u0646\u0627\u0645\u0647: \u0647\u0645\u0647\u0654 \u062f\u0641\u062a\u0631 \u062f\u0631 \u067e\u0648\u0634\u0647\u200c\u0627\u06cc \u06a9\u0647 \u0628\u06cc \u0628\u0631\u0646\u0627\u0645\u0647 \u062e\u0648\u0627\u0646\u062f\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f", None))
#endif // QT_CONFIG(accessibility)
        self.help.setText(QCoreApplication.translate("BackupsPage", u"\u062a\u0645\u0631\u06cc\u0646 \u0628\u0627\u0632\u06cc\u0627\u0628\u06cc", None))
#if QT_CONFIG(accessibility)
        self.help.setAccessibleName(QCoreApplication.translate("BackupsPage", u"\u062a\u0645\u0631\u06cc\u0646 \u0628\u0627\u0632\u06cc\u0627\u0628\u06cc", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi


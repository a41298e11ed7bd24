# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'taking_over_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.lists.line_list import LineList
from desktop_app.widgets.shell.card import CardFrame
class Ui_TakingOverPage(object):
    def setupUi(self, TakingOverPage):
        if not TakingOverPage.objectName():
            TakingOverPage.setObjectName(u"TakingOverPage")
        TakingOverPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(TakingOverPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 18, 28, 14)
        self.header = QVBoxLayout()
        self.header.setSpacing(0)
        self.header.setObjectName(u"header")
        self.title = TextLabel(TakingOverPage)
        self.title.setObjectName(u"title")

        self.header.addWidget(self.title)

        self.context = TextLabel(TakingOverPage)
        self.context.setObjectName(u"context")

        self.header.addWidget(self.context)


        self.column.addLayout(self.header)

        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.openFile = Button(TakingOverPage)
        self.openFile.setObjectName(u"openFile")
        self.openFile.setProperty(u"kind", u"filled")
        self.openFile.setProperty(u"icon_name", u"upload")

        self.bar.addWidget(self.openFile)

        self.meetingsTemplate = Button(TakingOverPage)
        self.meetingsTemplate.setObjectName(u"meetingsTemplate")
        self.meetingsTemplate.setProperty(u"kind", u"outlined")
        self.meetingsTemplate.setProperty(u"icon_name", u"table-2")

        self.bar.addWidget(self.meetingsTemplate)

        self.resolutionsTemplate = Button(TakingOverPage)
        self.resolutionsTemplate.setObjectName(u"resolutionsTemplate")
        self.resolutionsTemplate.setProperty(u"kind", u"outlined")
        self.resolutionsTemplate.setProperty(u"icon_name", u"table-2")

        self.bar.addWidget(self.resolutionsTemplate)

        self.barGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar.addItem(self.barGap)

        self.toMeetings = Button(TakingOverPage)
        self.toMeetings.setObjectName(u"toMeetings")
        self.toMeetings.setProperty(u"kind", u"quiet")

        self.bar.addWidget(self.toMeetings)


        self.column.addLayout(self.bar)

        self.scroll = QScrollArea(TakingOverPage)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.body = QWidget()
        self.body.setObjectName(u"body")
        self.bodyColumn = QVBoxLayout(self.body)
        self.bodyColumn.setSpacing(12)
        self.bodyColumn.setObjectName(u"bodyColumn")
        self.bodyColumn.setContentsMargins(0, 0, 0, 0)
        self.card = CardFrame(self.body)
        self.card.setObjectName(u"card")
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(8)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(20, 14, 20, 14)
        self.found = TextLabel(self.card)
        self.found.setObjectName(u"found")

        self.cardColumn.addWidget(self.found)

        self.faults = LineList(self.card)
        self.faults.setObjectName(u"faults")
        self.faults.setMinimumSize(QSize(0, 120))

        self.cardColumn.addWidget(self.faults)

        self.empty = EmptyPage(self.card)
        self.empty.setObjectName(u"empty")

        self.cardColumn.addWidget(self.empty)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.bringIn = Button(self.card)
        self.bringIn.setObjectName(u"bringIn")
        self.bringIn.setProperty(u"kind", u"filled")
        self.bringIn.setProperty(u"icon_name", u"check")

        self.acts.addWidget(self.bringIn)

        self.readAgain = Button(self.card)
        self.readAgain.setObjectName(u"readAgain")
        self.readAgain.setProperty(u"kind", u"outlined")
        self.readAgain.setProperty(u"icon_name", u"refresh-cw")

        self.acts.addWidget(self.readAgain)

        self.cancel = Button(self.card)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setProperty(u"kind", u"quiet")
        self.cancel.setProperty(u"icon_name", u"x")

        self.acts.addWidget(self.cancel)

        self.actsGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.actsGap)


        self.cardColumn.addLayout(self.acts)

        self.cardColumn.setStretch(1, 1)
        self.cardColumn.setStretch(2, 1)

        self.bodyColumn.addWidget(self.card)

        self.band = MessageBand(self.body)
        self.band.setObjectName(u"band")

        self.bodyColumn.addWidget(self.band)

        self.oneCard = CardFrame(self.body)
        self.oneCard.setObjectName(u"oneCard")
        self.oneColumn = QVBoxLayout(self.oneCard)
        self.oneColumn.setSpacing(8)
        self.oneColumn.setObjectName(u"oneColumn")
        self.oneColumn.setContentsMargins(20, 14, 20, 14)
        self.oneTitle = TextLabel(self.oneCard)
        self.oneTitle.setObjectName(u"oneTitle")

        self.oneColumn.addWidget(self.oneTitle)


        self.bodyColumn.addWidget(self.oneCard)

        self.bodyColumn.setStretch(0, 1)
        self.scroll.setWidget(self.body)

        self.column.addWidget(self.scroll)

        self.column.setStretch(2, 1)

        self.retranslateUi(TakingOverPage)
    # setupUi

    def retranslateUi(self, TakingOverPage):
        self.title.setText(QCoreApplication.translate("TakingOverPage", u"\u062c\u0644\u0633\u0647\u200c\u0647\u0627 \u0648 \u0645\u0635\u0648\u0628\u0647\u200c\u0647\u0627\u06cc \u06af\u0630\u0634\u062a\u0647", None))
        self.context.setText(QCoreApplication.translate("TakingOverPage", u"\u0627\u0644\u06af\u0648 \u0631\u0627 \u067e\u0631 \u06a9\u0646\u06cc\u062f \u0648 \u0628\u062e\u0648\u0627\u0646\u06cc\u062f\u061b \u067e\u06cc\u0634 \u0627\u0632 \u062b\u0628\u062a \u0647\u0645\u0647\u0654 \u0631\u062f\u06cc\u0641\u200c\u0647\u0627 \u0633\u0646\u062c\u06cc\u062f\u0647 \u0645\u06cc\u200c\u0634\u0648\u062f. \u062e\u0648\u0627\u0646\u062f\u0646 \u062f\u0648\u0628\u0627\u0631\u0647\u0654 \u0647\u0645\u0627\u0646 \u0641\u0627\u06cc\u0644 \u0686\u06cc\u0632\u06cc \u0631\u0627 \u062f\u0648\u0628\u0627\u0631\u0647 \u062b\u0628\u062a \u0646\u0645\u06cc\u200c\u06a9\u0646\u062f.", None))
        self.openFile.setText(QCoreApplication.translate("TakingOverPage", u"\u062e\u0648\u0627\u0646\u062f\u0646 \u0641\u0627\u06cc\u0644 \u0627\u06a9\u0633\u0644\u2026", None))
        self.meetingsTemplate.setText(QCoreApplication.translate("TakingOverPage", u"\u0627\u0644\u06af\u0648\u06cc \u062c\u0644\u0633\u0647\u200c\u0647\u0627\u2026", None))
        self.resolutionsTemplate.setText(QCoreApplication.translate("TakingOverPage", u"\u0627\u0644\u06af\u0648\u06cc \u0645\u0635\u0648\u0628\u0647\u200c\u0647\u0627\u2026", None))
        self.toMeetings.setText(QCoreApplication.translate("TakingOverPage", u"\u0631\u0641\u062a\u0646 \u0628\u0647 \u062c\u0644\u0633\u0647\u200c\u0647\u0627", None))
#if QT_CONFIG(accessibility)
        self.faults.setAccessibleName(QCoreApplication.translate("TakingOverPage", u"\u0627\u06cc\u0631\u0627\u062f\u0647\u0627\u06cc \u0641\u0627\u06cc\u0644", None))
#endif // QT_CONFIG(accessibility)
        self.bringIn.setText(QCoreApplication.translate("TakingOverPage", u"\u062b\u0628\u062a \u0647\u0645\u0647", None))
        self.readAgain.setText(QCoreApplication.translate("TakingOverPage", u"\u062e\u0648\u0627\u0646\u062f\u0646 \u062f\u0648\u0628\u0627\u0631\u0647\u0654 \u0647\u0645\u06cc\u0646 \u0641\u0627\u06cc\u0644", None))
        self.cancel.setText(QCoreApplication.translate("TakingOverPage", u"\u0627\u0646\u0635\u0631\u0627\u0641", None))
        self.oneTitle.setText(QCoreApplication.translate("TakingOverPage", u"\u06cc\u06a9 \u062c\u0644\u0633\u0647\u0654 \u06af\u0630\u0634\u062a\u0647", None))
        pass
    # retranslateUi


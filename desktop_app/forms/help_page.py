# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'help_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QStackedWidget,
    QVBoxLayout, QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.fields.help_reader import HelpReader
from desktop_app.widgets.fields.line_field import SearchField
from desktop_app.widgets.lists.line_list import LineList
from desktop_app.widgets.shell.card import CardFrame
class Ui_HelpPage(object):
    def setupUi(self, HelpPage):
        if not HelpPage.objectName():
            HelpPage.setObjectName(u"HelpPage")
        HelpPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(HelpPage)
        self.column.setSpacing(14)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(28, 18, 28, 14)
        self.header = QHBoxLayout()
        self.header.setSpacing(12)
        self.header.setObjectName(u"header")
        self.header.setContentsMargins(0, 0, 0, 0)
        self.titles = QVBoxLayout()
        self.titles.setSpacing(0)
        self.titles.setObjectName(u"titles")
        self.title = TextLabel(HelpPage)
        self.title.setObjectName(u"title")

        self.titles.addWidget(self.title)

        self.context = TextLabel(HelpPage)
        self.context.setObjectName(u"context")

        self.titles.addWidget(self.context)


        self.header.addLayout(self.titles)

        self.back = Button(HelpPage)
        self.back.setObjectName(u"back")
        self.back.setProperty(u"kind", u"outlined")
        self.back.setProperty(u"icon_name", u"arrow-right")
        self.back.setProperty(u"hint", u"F1")

        self.header.addWidget(self.back)


        self.column.addLayout(self.header)

        self.body = QHBoxLayout()
        self.body.setSpacing(16)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.side = QWidget(HelpPage)
        self.side.setObjectName(u"side")
        self.sideColumn = QVBoxLayout(self.side)
        self.sideColumn.setSpacing(10)
        self.sideColumn.setObjectName(u"sideColumn")
        self.sideColumn.setContentsMargins(0, 0, 0, 0)
        self.search = SearchField(self.side)
        self.search.setObjectName(u"search")

        self.sideColumn.addWidget(self.search)

        self.count = TextLabel(self.side)
        self.count.setObjectName(u"count")

        self.sideColumn.addWidget(self.count)

        self.chapters = LineList(self.side)
        self.chapters.setObjectName(u"chapters")

        self.sideColumn.addWidget(self.chapters)

        self.hits = LineList(self.side)
        self.hits.setObjectName(u"hits")

        self.sideColumn.addWidget(self.hits)


        self.body.addWidget(self.side)

        self.card = CardFrame(HelpPage)
        self.card.setObjectName(u"card")
        self.cardColumn = QVBoxLayout(self.card)
        self.cardColumn.setSpacing(0)
        self.cardColumn.setObjectName(u"cardColumn")
        self.cardColumn.setContentsMargins(1, 1, 1, 1)
        self.stack = QStackedWidget(self.card)
        self.stack.setObjectName(u"stack")
        self.reader = HelpReader()
        self.reader.setObjectName(u"reader")
        self.stack.addWidget(self.reader)
        self.empty = EmptyPage()
        self.empty.setObjectName(u"empty")
        self.stack.addWidget(self.empty)

        self.cardColumn.addWidget(self.stack)


        self.body.addWidget(self.card)


        self.column.addLayout(self.body)


        self.retranslateUi(HelpPage)
    # setupUi

    def retranslateUi(self, HelpPage):
        self.title.setText(QCoreApplication.translate("HelpPage", u"\u0631\u0627\u0647\u0646\u0645\u0627", None))
        self.back.setText(QCoreApplication.translate("HelpPage", u"\u0628\u0627\u0632\u06af\u0634\u062a \u0628\u0647 \u06a9\u0627\u0631", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("HelpPage", u"\u062c\u0633\u062a\u200c\u0648\u062c\u0648 \u062f\u0631 \u0631\u0627\u0647\u0646\u0645\u0627", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.chapters.setAccessibleName(QCoreApplication.translate("HelpPage", u"\u0641\u0635\u0644\u200c\u0647\u0627\u06cc \u0631\u0627\u0647\u0646\u0645\u0627", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.hits.setAccessibleName(QCoreApplication.translate("HelpPage", u"\u0633\u0637\u0631\u0647\u0627\u06cc\u06cc \u06a9\u0647 \u067e\u06cc\u062f\u0627 \u0634\u062f", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.reader.setAccessibleName(QCoreApplication.translate("HelpPage", u"\u0645\u062a\u0646 \u0631\u0627\u0647\u0646\u0645\u0627", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

